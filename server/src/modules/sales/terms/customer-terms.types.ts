import { Field, Int, ObjectType } from 'type-graphql';
import { DEMAND_SIDE, For, STAFF } from '../../../platform/graphql/audience.ts';
import { MoneyType, Node } from '../../../platform/graphql/common.types.ts';
import { extendType } from '../../../platform/graphql/extend-type.ts';
import { DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { PriceListType } from '../price/price-list.types.ts';
import { TaxRoundingEnum } from '../sales.enums.types.ts';
import { TerritoryType } from './territory.types.ts';

@For(DEMAND_SIDE)
@ObjectType('CustomerTerms', { implements: Node, description: 'On what terms a customer buys.' })
export class CustomerTermsType extends Node {
  @Field(() => String)
  currency!: string;
  @Field(() => Int)
  paymentDays!: number;
  @Field(() => MoneyType, { nullable: true })
  creditLimit!: MoneyType | null;
  @Field(() => MoneyType, { description: 'What it owes in this currency.' })
  receivable!: MoneyType;
  @Field(() => MoneyType, { description: 'What it paid in this currency and what settles no invoice yet.' })
  onAccount!: MoneyType;
  @Field(() => Boolean)
  isOnHold!: boolean;
  @For(STAFF)
  @Field(() => String)
  holdReason!: string;
  @Field(() => Boolean)
  isTaxInclusive!: boolean;
  @Field(() => TaxRoundingEnum)
  taxRounding!: keyof typeof TaxRoundingEnum;
  @Field(() => DecimalScalar, { description: 'A fraction: 0.13 is 13 %.' })
  taxRate!: string;
  @Field(() => Boolean, { description: 'Whether freight is taxed like the goods.' })
  isFreightTaxed!: boolean;
  @Field(() => Boolean)
  confirmsAtOnce!: boolean;
  @Field(() => Int)
  cutoffDays!: number;
  @Field(() => Boolean)
  allowsPartial!: boolean;
  @For(STAFF)
  @Field(() => TerritoryType, { nullable: true })
  territory!: TerritoryType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @For(STAFF)
  @Field(() => PriceListType, { nullable: true })
  priceList!: PriceListType | null;
  @For(STAFF)
  @Field(() => Int)
  version!: number;
}

extendType(OrganisationType, { customerTerms: [() => CustomerTermsType, { nullable: true }] });
For(DEMAND_SIDE)(OrganisationType.prototype, 'customerTerms');
