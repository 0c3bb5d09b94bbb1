import { Field, ObjectType } from 'type-graphql';
import { For, STAFF, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { MoneyType, Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { SiteType } from '../../catalog/site/site.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('ItemStock', {
  implements: Node,
  description: 'What there is of an item at a site, over all that the reader may see.',
})
export class ItemStockType extends Node {
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => QuantityType, { description: 'Physically present, whatever its status.' })
  onHand!: QuantityType;
  @Field(() => QuantityType)
  reserved!: QuantityType;
  @Field(() => QuantityType, { description: 'Unrestricted and not reserved.' })
  available!: QuantityType;
  @Field(() => QuantityType, { description: 'In quality inspection.' })
  quality!: QuantityType;
  @Field(() => QuantityType)
  blocked!: QuantityType;
  @For(STAFF)
  @Field(() => QuantityType)
  reorderPoint!: QuantityType;
  @For(STAFF)
  @Field(() => QuantityType)
  safetyStock!: QuantityType;
  @For(STAFF)
  @Field(() => Boolean, { description: 'On hand is less than the reorder point.' })
  isBelowReorderPoint!: boolean;
  @For(STAFF)
  @Field(() => MoneyType, { nullable: true, description: 'Of what the company owns, at standard cost.' })
  value!: MoneyType | null;
}

export const ItemStockConnection = connectionOf(ItemStockType, 'ItemStock', SUPPLY_SIDE);
