import { Field, Int, ObjectType } from 'type-graphql';
import { DEMAND_SIDE, For, STAFF } from '../../../platform/graphql/audience.ts';
import { MoneyType, Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import {
  FulfilmentEnum,
  HoldKindEnum,
  InvoicingEnum,
  PaymentStateEnum,
  ReturnedEnum,
  SalesChannelEnum,
  SalesOrderOriginEnum,
  SalesOrderStateEnum,
  TaxRoundingEnum,
} from '../sales.enums.types.ts';

@For(DEMAND_SIDE)
@ObjectType('SalesOrder', {
  implements: Node,
  description: 'What a customer orders. People set its state; the other axes are derived from its lines.',
})
export class SalesOrderType extends Node {
  @Field(() => String)
  number!: string;
  @Field(() => SalesOrderOriginEnum)
  origin!: keyof typeof SalesOrderOriginEnum;
  @Field(() => SalesChannelEnum, { description: 'Whether the customer ordered by itself, or through people of sales.' })
  channel!: keyof typeof SalesChannelEnum;
  @Field(() => SalesOrderStateEnum)
  state!: keyof typeof SalesOrderStateEnum;
  @Field(() => HoldKindEnum, { nullable: true })
  holdKind!: keyof typeof HoldKindEnum | null;
  @For(STAFF)
  @Field(() => String)
  holdReason!: string;
  @Field(() => FulfilmentEnum)
  fulfilment!: keyof typeof FulfilmentEnum;
  @Field(() => InvoicingEnum)
  invoicing!: keyof typeof InvoicingEnum;
  @Field(() => PaymentStateEnum)
  payment!: keyof typeof PaymentStateEnum;
  @Field(() => ReturnedEnum)
  returned!: keyof typeof ReturnedEnum;
  @Field(() => Int, { description: 'An edit names the version it saw.' })
  version!: number;
  @Field(() => OrganisationType, { nullable: true })
  customer!: OrganisationType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => String, { description: "The customer's own order number." })
  customerReference!: string;
  @Field(() => String)
  currency!: string;
  @For(STAFF)
  @Field(() => DecimalScalar, { description: "One unit of the currency in the company's, frozen." })
  exchangeRate!: string;
  @Field(() => Boolean)
  isTaxInclusive!: boolean;
  @Field(() => TaxRoundingEnum)
  taxRounding!: keyof typeof TaxRoundingEnum;
  @Field(() => Int)
  paymentDays!: number;
  @Field(() => Boolean, { description: 'Whether it may be sent in parts.' })
  allowsPartial!: boolean;
  @Field(() => DateScalar)
  orderedOn!: string;
  @Field(() => DateScalar)
  requestedOn!: string;
  @Field(() => String)
  shipTo!: string;
  @Field(() => String)
  note!: string;
  @Field(() => MoneyType)
  subtotal!: MoneyType;
  @Field(() => MoneyType)
  tax!: MoneyType;
  @Field(() => MoneyType)
  freight!: MoneyType;
  @Field(() => MoneyType, { description: 'A part of the tax.' })
  freightTax!: MoneyType;
  @Field(() => MoneyType)
  total!: MoneyType;
  @For(STAFF)
  @Field(() => String, { nullable: true })
  salesPersonName!: string | null;
  @Field(() => String, { nullable: true })
  placedByName!: string | null;
  @Field(() => String, { nullable: true })
  approvedByName!: string | null;
  @Field(() => String, { nullable: true })
  externalNumber!: string | null;
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  submittedAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  approvedAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  confirmedAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  closedAt!: string | null;
  @Field(() => String)
  closeReason!: string;
  @Field(() => Int)
  lineCount!: number;
  @Field(() => Boolean)
  isBackordered!: boolean;
  @Field(() => Boolean, { description: 'Something is expected after the promised day.' })
  isAtRisk!: boolean;
  @Field(() => [String], { description: 'What the reader may do with it now.' })
  allowedActions!: string[];
}

export const SalesOrderConnection = connectionOf(SalesOrderType, 'SalesOrder', DEMAND_SIDE);
