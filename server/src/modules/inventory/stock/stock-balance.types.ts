import { Field, ObjectType } from 'type-graphql';
import { For, STAFF, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { LocationType, SiteType } from '../../catalog/site/site.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { StockStatus } from '../ledger/stock-status.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('StockBalance', {
  implements: Node,
  description: 'What is at one location, per item, owner, status and lot: a running total of the ledger.',
})
export class StockBalanceType extends Node {
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @For(STAFF)
  @Field(() => LocationType, { nullable: true })
  location!: LocationType | null;
  @Field(() => OrganisationType, { nullable: true })
  owner!: OrganisationType | null;
  @Field(() => StockStatus)
  status!: StockStatus;
  @Field(() => String, { description: 'Empty where the item is not traced by lot.' })
  lot!: string;
  @Field(() => QuantityType)
  onHand!: QuantityType;
  @Field(() => QuantityType)
  reserved!: QuantityType;
  @Field(() => QuantityType, { description: 'Unrestricted and not reserved.' })
  available!: QuantityType;
  @Field(() => DateTimeScalar, {
    description: 'Since when something has lain here without a break; a transfer takes the age along.',
  })
  agedSince!: string;
  @Field(() => DateTimeScalar)
  updatedAt!: string;
}

export const StockBalanceConnection = connectionOf(StockBalanceType, 'StockBalance', SUPPLY_SIDE);
