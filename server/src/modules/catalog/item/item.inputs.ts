import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Decimal } from '../../../kernel/decimal.ts';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { Payload } from '../../../platform/graphql/common.types.ts';
import { DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ItemSupply, ItemType } from './item.types.ts';

@InputType({ description: 'One of `unit` is numerator / denominator of the stock unit, exactly.' })
export class ItemUnitInput {
  @Field(() => String)
  unit!: string;
  @Field(() => Int)
  numerator!: number;
  @Field(() => Int, { defaultValue: 1 })
  denominator!: number;
  @Field(() => String, { nullable: true })
  gtin?: string | null;
}

@InputType({ description: 'Without an id it makes an item; with one it changes that item.' })
export class ItemSaveInput {
  @Field(() => ID, { nullable: true })
  id?: string | null;
  @Field(() => Int, { nullable: true, description: 'The version that was read; needed to change an item.' })
  expectedVersion?: number | null;
  @Field(() => String)
  sku!: string;
  @Field(() => String, { nullable: true })
  gtin?: string | null;
  @Field(() => String)
  nameEn!: string;
  @Field(() => String, { defaultValue: '' })
  nameZh!: string;
  @Field(() => String, { defaultValue: '' })
  description!: string;
  @Field(() => String, { description: 'The stock unit; it cannot change later.' })
  unit!: string;
  @Field(() => ItemSupply)
  supply!: ItemSupply;
  @Field(() => ID, { nullable: true })
  categoryId?: string | null;
  @Field(() => Boolean, { defaultValue: false })
  isSellable!: boolean;
  @Field(() => Boolean, { defaultValue: false })
  isLotTracked!: boolean;
  @Field(() => Boolean, { defaultValue: true })
  isActive!: boolean;
  @Field(() => DecimalScalar, { nullable: true })
  standardCost?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true })
  listPrice?: Decimal | null;
  @Field(() => String, { defaultValue: 'USD' })
  currency!: string;
  @Field(() => DecimalScalar, { nullable: true })
  safetyStock?: Decimal | null;
  @Field(() => DecimalScalar, { nullable: true })
  reorderPoint?: Decimal | null;
  @Field(() => Int, { defaultValue: 0 })
  leadTimeDays!: number;
  @Field(() => [ItemUnitInput], { defaultValue: [] })
  units!: ItemUnitInput[];
}

@For(STAFF)
@ObjectType()
export class ItemPayload extends Payload {
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
}
