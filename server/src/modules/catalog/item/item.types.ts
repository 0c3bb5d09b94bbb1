import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { For, SIGNED_IN, STAFF, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { MoneyType, Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateTimeScalar } from '../../../platform/graphql/scalars.ts';

export enum ItemSupply {
  MAKE = 'MAKE',
  BUY = 'BUY',
}
registerEnumType(ItemSupply, { name: 'ItemSupply', description: 'Whether an item is made here or bought.' });

@For(SIGNED_IN)
@ObjectType('ItemCategory', { implements: Node, description: 'A place for items in one tree of kinds.' })
export class ItemCategoryType extends Node {
  @Field(() => String)
  code!: string;
  @Field(() => String, { description: "In the reader's language." })
  name!: string;
}

@For(SIGNED_IN)
@ObjectType('ItemUnit', {
  implements: Node,
  description: 'Another unit of an item: one of it is numerator / denominator of the stock unit, exactly.',
})
export class ItemUnitType extends Node {
  @Field(() => ID)
  itemId!: string;
  @Field(() => String)
  unit!: string;
  @Field(() => String)
  numerator!: string;
  @Field(() => String)
  denominator!: string;
  @Field(() => String, { nullable: true })
  gtin!: string | null;
}

@For(SIGNED_IN)
@ObjectType('Item', {
  implements: Node,
  description: 'A thing that is bought, kept or sold, whatever its packing.',
})
export class ItemType extends Node {
  @Field(() => String)
  sku!: string;
  @Field(() => String, { nullable: true })
  gtin!: string | null;
  @Field(() => String, { description: "In the reader's language." })
  name!: string;
  @Field(() => String)
  nameEn!: string;
  @Field(() => String)
  nameZh!: string;
  @Field(() => String)
  description!: string;
  @Field(() => String, {
    description: 'The stock unit: every quantity of the item is in it unless it says otherwise.',
  })
  unit!: string;
  @For(SUPPLY_SIDE)
  @Field(() => ItemSupply)
  supply!: ItemSupply;
  @Field(() => ItemCategoryType, { nullable: true })
  category!: ItemCategoryType | null;
  @Field(() => [ItemUnitType])
  units!: ItemUnitType[];
  @For(STAFF)
  @Field(() => Boolean)
  isSellable!: boolean;
  @Field(() => Boolean)
  isLotTracked!: boolean;
  @Field(() => Boolean)
  isActive!: boolean;
  @For(STAFF)
  @Field(() => MoneyType, { nullable: true, description: 'Per stock unit.' })
  standardCost!: MoneyType | null;
  @For(STAFF)
  @Field(() => MoneyType, { nullable: true, description: 'Per stock unit.' })
  listPrice!: MoneyType | null;
  @For(STAFF)
  @Field(() => QuantityType)
  safetyStock!: QuantityType;
  @For(STAFF)
  @Field(() => QuantityType)
  reorderPoint!: QuantityType;
  @For(STAFF)
  @Field(() => Int, {
    description: 'Working days to make it, or to buy it where no supplier says otherwise.',
  })
  leadTimeDays!: number;
  @For(STAFF)
  @Field(() => Int)
  version!: number;
  @For(STAFF)
  @Field(() => DateTimeScalar)
  createdAt!: string;
}

export const ItemConnection = connectionOf(ItemType, 'Item', SIGNED_IN);
