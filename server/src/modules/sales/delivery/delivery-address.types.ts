import { Field, Int, ObjectType } from 'type-graphql';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { Node } from '../../../platform/graphql/common.types.ts';
import { extendType } from '../../../platform/graphql/extend-type.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';

@For(DEMAND_SIDE)
@ObjectType('DeliveryAddress', { implements: Node, description: 'A place to which a customer has goods brought.' })
export class DeliveryAddressType extends Node {
  @Field(() => String)
  name!: string;
  @Field(() => String)
  address!: string;
  @Field(() => Boolean, { description: 'Where an order goes that names no other place.' })
  isDefault!: boolean;
  @Field(() => Boolean)
  isActive!: boolean;
  @Field(() => Int)
  version!: number;
}

extendType(OrganisationType, { deliveryAddresses: [() => [DeliveryAddressType]] });
For(DEMAND_SIDE)(OrganisationType.prototype, 'deliveryAddresses');
