import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import type { Availability } from './sharing-policy.entity.ts';
import { AvailabilityShown, SharingPolicyType } from './sharing.types.ts';

@InputType({ description: 'What is left out stays as it is.' })
export class SharingChangeInput {
  @Field(() => ID)
  organisationId!: string;
  @Field(() => Int)
  expectedVersion!: number;
  @Field(() => Boolean, { nullable: true })
  showsPrices?: boolean | null;
  @Field(() => Boolean, { nullable: true })
  showsDemand?: boolean | null;
  @Field(() => Boolean, { nullable: true })
  showsOtherSupply?: boolean | null;
  @Field(() => Boolean, { nullable: true })
  showsLots?: boolean | null;
  @Field(() => AvailabilityShown, { nullable: true })
  availability?: Availability | null;
}

@For(STAFF)
@ObjectType()
export class SharingPayload extends Payload {
  @Field(() => SharingPolicyType, { nullable: true })
  sharing!: SharingPolicyType | null;
}
