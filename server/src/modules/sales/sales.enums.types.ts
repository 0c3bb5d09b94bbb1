import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../platform/graphql/enum-of.ts';
import { INVOICE_LINE_KINDS, INVOICE_STATES } from './invoice/invoice.state.ts';
import { ORDER_STATES } from './order/sales-order.state.ts';
import { PRICE_SOURCES } from './price/price.calc.ts';
import { RETURN_STATES } from './return/return.state.ts';
import { SHIPMENT_STATES } from './shipment/shipment.state.ts';
import { ENTRY_KINDS } from './statement/statement.state.ts';

export const SalesOrderStateEnum = enumOf(ORDER_STATES);
export const SalesOrderOriginEnum = enumOf(['STAFF', 'CUSTOMER', 'IMPORT', 'API', 'QUOTE']);
export const SalesChannelEnum = enumOf(['ONLINE', 'SALES']);
export const HoldKindEnum = enumOf(['CREDIT', 'MANUAL']);
export const FulfilmentEnum = enumOf(['NONE', 'PARTLY_SHIPPED', 'SHIPPED', 'PARTLY_DELIVERED', 'DELIVERED']);
export const InvoicingEnum = enumOf(['NONE', 'PARTLY_INVOICED', 'INVOICED']);
export const PaymentStateEnum = enumOf(['NONE', 'PARTLY_PAID', 'PAID']);
export const ReturnedEnum = enumOf(['NONE', 'PARTLY_RETURNED', 'RETURNED']);
export const TaxRoundingEnum = enumOf(['LINE', 'GLOBAL']);
export const LineStageEnum = enumOf([
  'DRAFT',
  'OPEN',
  'PROMISED',
  'ALLOCATED',
  'PICKED',
  'SHIPPED',
  'DELIVERED',
  'CANCELLED',
]);
export const LineOriginEnum = enumOf(['SPLIT', 'SUBSTITUTE']);
export const PromiseKindEnum = enumOf(['CONFIRMED', 'ESTIMATED']);
export const PromiseCauseEnum = enumOf([
  'FIRST_PROMISE',
  'TO_BE_MADE',
  'STAFF',
  'CUSTOMER_CHANGE',
  'SUPPLY_DELAYED',
  'SUPPLY_SHORT',
  'SUPPLY_EARLIER',
  'STOCK_CHANGED',
  'PRODUCTION_CHANGED',
  'DEMAND_CHANGED',
  'CUSTOMER_CHOICE',
]);
export const PriceSourceEnum = enumOf([...PRICE_SOURCES, 'MANUAL', 'IMPORTED']);
export const ShipmentStateEnum = enumOf(SHIPMENT_STATES);
export const ShipmentEventKindEnum = enumOf([...SHIPMENT_STATES, 'NOTE']);
export const ReturnStateEnum = enumOf(RETURN_STATES);
export const ReturnResolutionEnum = enumOf(['REFUND', 'REPLACE', 'REPAIR', 'CREDIT']);
export const ReturnOutcomeEnum = enumOf(['RESTOCK', 'SCRAP', 'RETURN_TO_SUPPLIER']);
export const InvoiceStateEnum = enumOf(INVOICE_STATES);
export const InvoiceKindEnum = enumOf(['INVOICE', 'CREDIT_NOTE']);
export const InvoiceLineKindEnum = enumOf(INVOICE_LINE_KINDS);
export const PaymentKindEnum = enumOf(['RECEIPT', 'REFUND']);
export const AccountEntryKindEnum = enumOf(ENTRY_KINDS);
export const PaymentMethodEnum = enumOf(['TRANSFER', 'CARD', 'CASH', 'CHEQUE', 'OTHER']);

const named = {
  SalesOrderState: SalesOrderStateEnum,
  SalesOrderOrigin: SalesOrderOriginEnum,
  SalesChannel: SalesChannelEnum,
  SalesOrderHoldKind: HoldKindEnum,
  SalesOrderFulfilment: FulfilmentEnum,
  SalesOrderInvoicing: InvoicingEnum,
  SalesOrderPayment: PaymentStateEnum,
  SalesOrderReturned: ReturnedEnum,
  TaxRounding: TaxRoundingEnum,
  SalesOrderLineStage: LineStageEnum,
  SalesOrderLineOrigin: LineOriginEnum,
  LinePromiseKind: PromiseKindEnum,
  LinePromiseCause: PromiseCauseEnum,
  PriceSource: PriceSourceEnum,
  ShipmentState: ShipmentStateEnum,
  ShipmentEventKind: ShipmentEventKindEnum,
  CustomerReturnState: ReturnStateEnum,
  ReturnResolution: ReturnResolutionEnum,
  ReturnOutcome: ReturnOutcomeEnum,
  InvoiceState: InvoiceStateEnum,
  InvoiceKind: InvoiceKindEnum,
  InvoiceLineKind: InvoiceLineKindEnum,
  PaymentKind: PaymentKindEnum,
  AccountEntryKind: AccountEntryKindEnum,
  PaymentMethod: PaymentMethodEnum,
};
for (const [name, values] of Object.entries(named)) registerEnumType(values, { name });
