import { Field, ObjectType } from 'type-graphql';
import { For } from '../../../platform/graphql/audience.ts';
import { MoneyType, Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ItemCategoryType, ItemType } from '../../catalog/item/item.types.ts';
import { AvailabilityShown } from '../../catalog/sharing/sharing.types.ts';

@For(['CUSTOMER'])
@ObjectType('CataloguePriceTier', { description: 'The price that holds from a quantity upward.' })
export class CataloguePriceTierType {
  @Field(() => DecimalScalar)
  fromQuantity!: string;
  @Field(() => MoneyType)
  unitPrice!: MoneyType;
}

@For(['CUSTOMER'])
@ObjectType('CataloguePrice', { description: 'What one stock unit costs you today; tax as your terms say.' })
export class CataloguePriceType {
  @Field(() => MoneyType)
  unitPrice!: MoneyType;
  @Field(() => DecimalScalar, { description: 'A fraction: 0.1 is 10 % off, by a promotion.' })
  discount!: string;
  @Field(() => MoneyType, { description: 'After the promotion.' })
  netPrice!: MoneyType;
  @Field(() => String, { nullable: true })
  promotion!: string | null;
  @Field(() => [CataloguePriceTierType], { description: 'Before promotions.' })
  tiers!: CataloguePriceTierType[];
}

@For(['CUSTOMER'])
@ObjectType('AvailabilityStep', { description: 'From this day on, that much can be promised, in all.' })
export class AvailabilityStepType {
  @Field(() => DateScalar, { nullable: true, description: 'Null: now.' })
  on!: string | null;
  @Field(() => QuantityType, { nullable: true, description: 'Null where only days are shared.' })
  quantity!: QuantityType | null;
  @Field(() => Boolean, { description: 'A rough class: so much at least.' })
  isAtLeast!: boolean;
}

@For(['CUSTOMER'])
@ObjectType('CatalogueAvailability', { description: 'What can be promised to you, as exactly as it is shared.' })
export class CatalogueAvailabilityType {
  @Field(() => AvailabilityShown)
  detail!: keyof typeof AvailabilityShown;
  @Field(() => Boolean, { description: 'Some can be promised now.' })
  isAvailable!: boolean;
  @Field(() => DateScalar, { nullable: true, description: 'The next day on which more comes.' })
  nextOn!: string | null;
  @Field(() => [AvailabilityStepType])
  steps!: AvailabilityStepType[];
  @Field(() => DateTimeScalar)
  asOf!: string;
}

@For(['CUSTOMER'])
@ObjectType('CatalogueEntry', {
  implements: Node,
  description: 'An item you may buy, at your price, with what can be promised of it.',
})
export class CatalogueEntryType extends Node {
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => String)
  sku!: string;
  @Field(() => String, { description: "In the reader's language." })
  name!: string;
  @Field(() => String)
  description!: string;
  @Field(() => String)
  unit!: string;
  @Field(() => ItemCategoryType, { nullable: true })
  category!: ItemCategoryType | null;
  @Field(() => CataloguePriceType, { nullable: true, description: 'Null: ask us for a price.' })
  price!: CataloguePriceType | null;
  @Field(() => CatalogueAvailabilityType, { nullable: true, description: 'Null: nothing is known.' })
  availability!: CatalogueAvailabilityType | null;
}

export const CatalogueConnection = connectionOf(CatalogueEntryType, 'Catalogue', ['CUSTOMER']);
