import { Field, Int, ObjectType } from 'type-graphql';
import { For, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { MoneyType, Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { ItemType } from '../../catalog/item/item.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('SupplierReturnLine', { implements: Node, description: 'One rejected item that went back.' })
export class SupplierReturnLineType extends Node {
  @Field(() => Int)
  lineNo!: number;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => QuantityType)
  quantity!: QuantityType;
  @Field(() => String)
  lot!: string;
  @Field(() => MoneyType)
  expectedCredit!: MoneyType;
}
