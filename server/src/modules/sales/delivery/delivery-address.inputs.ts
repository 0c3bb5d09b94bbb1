import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DeliveryAddressType } from './delivery-address.types.ts';

@InputType({ description: 'Without an id it makes one; orders keep the address that they were given.' })
export class DeliveryAddressSaveInput {
  @Field(() => ID, { nullable: true })
  id?: string | null;
  @Field(() => Int, { nullable: true })
  expectedVersion?: number | null;
  @Field(() => ID, { nullable: true, description: 'Needed from the staff.' })
  customerId?: string | null;
  @Field(() => String)
  name!: string;
  @Field(() => String)
  address!: string;
  @Field(() => Boolean, { defaultValue: false, description: 'Takes this from the place that had it.' })
  isDefault!: boolean;
  @Field(() => Boolean, { defaultValue: true })
  isActive!: boolean;
}

@For(DEMAND_SIDE)
@ObjectType()
export class DeliveryAddressPayload extends Payload {
  @Field(() => DeliveryAddressType, { nullable: true })
  deliveryAddress!: DeliveryAddressType | null;
}
