import { Field, Int, ObjectType } from 'type-graphql';
import { For, STAFF, SUPPLY_SIDE } from '../../../platform/graphql/audience.ts';
import { MoneyType, Node } from '../../../platform/graphql/common.types.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { SiteType } from '../../catalog/site/site.types.ts';
import { OrganisationType } from '../../identity/organisation/organisation.types.ts';
import { OrderAnswerType } from '../answer/order-answer.types.ts';
import { ShipmentNoticeType } from '../notice/shipment-notice.types.ts';
import { ReceiptType } from '../receipt/receipt.types.ts';
import { OrderLineType } from './order-line.types.ts';
import { OrderVersionType } from './order-version.types.ts';
import { AnswerState, OrderKind, OrderState } from './purchase-order.enums.types.ts';

@For(SUPPLY_SIDE)
@ObjectType('PurchaseOrder', { implements: Node, description: 'Our order to a supplier.' })
export class PurchaseOrderType extends Node {
  @Field(() => String)
  number!: string;
  @Field(() => OrderKind)
  kind!: OrderKind;
  @Field(() => OrderState)
  state!: OrderState;
  @Field(() => AnswerState)
  answerState!: AnswerState;
  @Field(() => Int, { description: 'An answer names the version it answers; a change is a new version.' })
  version!: number;
  @Field(() => OrganisationType, { nullable: true })
  supplier!: OrganisationType | null;
  @Field(() => SiteType, { nullable: true })
  site!: SiteType | null;
  @Field(() => Boolean)
  isConsignment!: boolean;
  @Field(() => DateScalar)
  orderedOn!: string;
  @Field(() => String)
  note!: string;
  @Field(() => String, { nullable: true })
  externalNumber!: string | null;
  @For(STAFF)
  @Field(() => String, { nullable: true })
  buyerName!: string | null;
  @Field(() => MoneyType)
  subtotal!: MoneyType;
  @Field(() => MoneyType)
  tax!: MoneyType;
  @Field(() => MoneyType)
  freight!: MoneyType;
  @Field(() => MoneyType)
  total!: MoneyType;
  @Field(() => MoneyType, { description: 'What was accepted, at the prices of the lines.' })
  receivedValue!: MoneyType;
  @Field(() => DateTimeScalar)
  createdAt!: string;
  @Field(() => DateTimeScalar, { nullable: true })
  issuedAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  answeredAt!: string | null;
  @Field(() => DateTimeScalar, { nullable: true })
  closedAt!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which something open is due.' })
  nextDueOn!: string | null;
  @Field(() => Boolean, { description: 'Something open is due before today (UTC).' })
  isOverdue!: boolean;
  @Field(() => [OrderLineType])
  lines!: OrderLineType[];
  @Field(() => [OrderVersionType])
  versions!: OrderVersionType[];
  @Field(() => [OrderAnswerType])
  answers!: OrderAnswerType[];
  @Field(() => [ShipmentNoticeType])
  notices!: ShipmentNoticeType[];
  @Field(() => [ReceiptType])
  receipts!: ReceiptType[];
  @Field(() => [String], { description: 'What the reader may do with it now.' })
  allowedActions!: string[];
}

export const PurchaseOrderConnection = connectionOf(PurchaseOrderType, 'PurchaseOrder', SUPPLY_SIDE);
