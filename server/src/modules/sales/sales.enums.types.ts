import { registerEnumType } from 'type-graphql';

const enumOf = <const Names extends readonly string[]>(names: Names) =>
  Object.fromEntries(names.map((name) => [name, name])) as { [Name in Names[number]]: Name };

export const SalesOrderStateEnum = enumOf([
  'DRAFT',
  'SUBMITTED',
  'AWAITING_CUSTOMER_APPROVAL',
  'CONFIRMED',
  'ON_HOLD',
  'CLOSED',
  'CANCELLED',
]);
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
export const PriceSourceEnum = enumOf(['CONTRACT', 'PRICE_LIST', 'DEFAULT_LIST', 'CATALOGUE', 'MANUAL', 'IMPORTED']);
export const ShipmentStateEnum = enumOf([
  'PLANNED',
  'PACKED',
  'DISPATCHED',
  'IN_TRANSIT',
  'DELIVERED',
  'EXCEPTION',
  'RETURNED',
  'CANCELLED',
]);
export const ShipmentEventKindEnum = enumOf([
  'PLANNED',
  'PACKED',
  'DISPATCHED',
  'IN_TRANSIT',
  'DELIVERED',
  'EXCEPTION',
  'RETURNED',
  'CANCELLED',
  'NOTE',
]);
export const ReturnStateEnum = enumOf([
  'REQUESTED',
  'APPROVED',
  'REJECTED',
  'IN_TRANSIT',
  'RECEIVED',
  'INSPECTED',
  'RESOLVED',
  'CLOSED',
]);
export const ReturnResolutionEnum = enumOf(['REFUND', 'REPLACE', 'REPAIR', 'CREDIT']);
export const ReturnOutcomeEnum = enumOf(['RESTOCK', 'SCRAP', 'RETURN_TO_SUPPLIER']);
export const InvoiceStateEnum = enumOf(['DRAFT', 'ISSUED', 'PARTLY_PAID', 'PAID', 'CREDITED']);
export const InvoiceKindEnum = enumOf(['INVOICE', 'CREDIT_NOTE']);
export const PaymentKindEnum = enumOf(['RECEIPT', 'REFUND']);
export const AccountEntryKindEnum = enumOf(['INVOICE', 'CREDIT_NOTE', 'RECEIPT', 'REFUND']);
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
  PaymentKind: PaymentKindEnum,
  AccountEntryKind: AccountEntryKindEnum,
  PaymentMethod: PaymentMethodEnum,
};
for (const [name, values] of Object.entries(named)) registerEnumType(values, { name });
