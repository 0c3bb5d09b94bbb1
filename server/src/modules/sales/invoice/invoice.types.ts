import { Field, Int, ObjectType } from 'type-graphql';
import { DEMAND_SIDE, For } from '../../../platform/graphql/audience.ts';
import { MoneyType, Node, QuantityType } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { extendType } from '../../../platform/graphql/extend-type.ts';
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../../platform/graphql/scalars.ts';
import { ItemType } from '../../catalog/item/item.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { SalesOrderType } from '../order/sales-order.types.ts';
import { InvoiceKindEnum, InvoiceLineKindEnum, InvoiceStateEnum, TaxRoundingEnum } from '../sales.enums.types.ts';

@For(DEMAND_SIDE)
@ObjectType('InvoiceLine', { implements: Node })
export class InvoiceLineType extends Node {
  @Field(() => Int)
  lineNo!: number;
  @Field(() => ItemType, { nullable: true })
  item!: ItemType | null;
  @Field(() => InvoiceLineKindEnum)
  kind!: keyof typeof InvoiceLineKindEnum;
  @Field(() => String)
  description!: string;
  @Field(() => QuantityType)
  quantity!: QuantityType;
  @Field(() => MoneyType)
  unitPrice!: MoneyType;
  @Field(() => DecimalScalar)
  discount!: string;
  @Field(() => DecimalScalar)
  taxRate!: string;
  @Field(() => MoneyType)
  netAmount!: MoneyType;
  @Field(() => MoneyType)
  taxAmount!: MoneyType;
}

@For(DEMAND_SIDE)
@ObjectType('Invoice', { implements: Node, description: 'What a customer owes us, or a credit note against it.' })
export class InvoiceType extends Node {
  @Field(() => String, { nullable: true, description: 'Given at issue, without a gap.' })
  number!: string | null;
  @Field(() => InvoiceKindEnum)
  kind!: keyof typeof InvoiceKindEnum;
  @Field(() => InvoiceStateEnum)
  state!: keyof typeof InvoiceStateEnum;
  @Field(() => Boolean, { description: 'Open after the day it was due (UTC).' })
  isOverdue!: boolean;
  @Field(() => Int)
  version!: number;
  @Field(() => OrganisationType, { nullable: true })
  customer!: OrganisationType | null;
  @Field(() => SalesOrderType, { nullable: true })
  order!: SalesOrderType | null;
  @Field(() => InvoiceType, { nullable: true, description: 'Of a credit note: the invoice it lowers.' })
  credits!: InvoiceType | null;
  @Field(() => [InvoiceType])
  creditNotes!: InvoiceType[];
  @Field(() => DateScalar, { nullable: true })
  issuedOn!: string | null;
  @Field(() => DateScalar, { nullable: true })
  dueOn!: string | null;
  @Field(() => Boolean)
  isTaxInclusive!: boolean;
  @Field(() => TaxRoundingEnum)
  taxRounding!: keyof typeof TaxRoundingEnum;
  @Field(() => MoneyType)
  net!: MoneyType;
  @Field(() => MoneyType)
  tax!: MoneyType;
  @Field(() => MoneyType)
  gross!: MoneyType;
  @Field(() => MoneyType)
  paid!: MoneyType;
  @Field(() => MoneyType)
  credited!: MoneyType;
  @Field(() => MoneyType)
  open!: MoneyType;
  @Field(() => String)
  reason!: string;
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => [InvoiceLineType])
  lines!: InvoiceLineType[];
  @Field(() => [String], { description: 'What the reader may do with it now.' })
  allowedActions!: string[];
}

export const InvoiceConnection = connectionOf(InvoiceType, 'Invoice', DEMAND_SIDE);
extendType(SalesOrderType, { invoices: [() => [InvoiceType]] });
