import { Field, Int, ObjectType } from 'type-graphql';
import { For, STAFF } from '../../../platform/graphql/audience.ts';
import { MoneyType, Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';

@For(STAFF)
@ObjectType('Price', { implements: Node, description: 'What one unit costs from a quantity upward.' })
export class PriceType extends Node {
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => String)
  unit!: string;
  @Field(() => DecimalScalar)
  fromQuantity!: string;
  @Field(() => MoneyType)
  unitPrice!: MoneyType;
  @Field(() => DateScalar, { nullable: true })
  validFrom!: string | null;
  @Field(() => DateScalar, { nullable: true })
  validTo!: string | null;
}

@For(STAFF)
@ObjectType('PriceList', { implements: Node, description: 'With a customer it is a contract.' })
export class PriceListType extends Node {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
  @Field(() => String)
  currency!: string;
  @Field(() => OrganisationType, { nullable: true })
  customer!: OrganisationType | null;
  @Field(() => Boolean)
  isTaxInclusive!: boolean;
  @Field(() => Boolean, { description: 'For every customer whose terms name no other.' })
  isDefault!: boolean;
  @Field(() => DateScalar, { nullable: true })
  validFrom!: string | null;
  @Field(() => DateScalar, { nullable: true })
  validTo!: string | null;
  @Field(() => Boolean)
  isActive!: boolean;
  @Field(() => Int)
  priceCount!: number;
  @Field(() => Int)
  version!: number;
  @Field(() => [PriceType])
  prices!: PriceType[];
}

@For(STAFF)
@ObjectType('Promotion', { implements: Node, description: 'A cut in price for a time, as a share of the price.' })
export class PromotionType extends Node {
  @Field(() => String)
  code!: string;
  @Field(() => String, { description: "In the reader's language." })
  name!: string;
  @Field(() => String)
  nameEn!: string;
  @Field(() => String)
  nameZh!: string;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => OrganisationType, { nullable: true })
  customer!: OrganisationType | null;
  @Field(() => DecimalScalar, { description: 'A fraction: 0.1 takes 10 % off.' })
  discount!: string;
  @Field(() => DecimalScalar, { description: 'In the stock unit.' })
  fromQuantity!: string;
  @Field(() => Boolean)
  appliesToContracts!: boolean;
  @Field(() => DateScalar, { nullable: true })
  validFrom!: string | null;
  @Field(() => DateScalar, { nullable: true })
  validTo!: string | null;
  @Field(() => Boolean)
  isActive!: boolean;
  @Field(() => Int)
  version!: number;
}

export const PriceListConnection = connectionOf(PriceListType, 'PriceList', STAFF);
export const PromotionConnection = connectionOf(PromotionType, 'Promotion', STAFF);
