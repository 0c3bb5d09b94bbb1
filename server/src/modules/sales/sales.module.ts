import type { Module } from '../../platform/module.ts';
import { InvoiceLine } from './invoice/invoice-line.entity.ts';
import { InvoiceResolver } from './invoice/invoice.resolver.ts';
import { Invoice } from './invoice/invoice.entity.ts';
import { DeliveryAddress } from './delivery/delivery-address.entity.ts';
import { DeliveryAddressResolver } from './delivery/delivery-address.resolver.ts';
import { proofRoutes } from './shipment/proof.routes.ts';
import { documentRoutes } from './document/document.routes.ts';
import { StatementResolver } from './statement/statement.resolver.ts';
import { LinePromise } from './order/line-promise.entity.ts';
import { OrderActsResolver } from './order/order-acts.resolver.ts';
import { OrderDraftActsResolver } from './order/order-draft-acts.resolver.ts';
import { SalesOrderLine } from './order/sales-order-line.entity.ts';
import { SalesOrder } from './order/sales-order.entity.ts';
import { SalesOrderResolver } from './order/sales-order.resolver.ts';
import { QuickOrderResolver } from './quick-order/quick-order.resolver.ts';
import { QuickOrderRefusedType } from './quick-order/quick-order.types.ts';
import { salesActions } from './sales.actions.policy.ts';
import { salesJobs } from './sales.jobs.ts';
import { salesSubscribers } from './sales.subscribers.ts';
import { PaymentShare } from './payment/payment-share.entity.ts';
import { PaymentResolver } from './payment/payment.resolver.ts';
import { Payment } from './payment/payment.entity.ts';
import { PriceCheckResolver } from './price/price-check.resolver.ts';
import { PriceListResolver } from './price/price-list.resolver.ts';
import { PriceList } from './price/price-list.entity.ts';
import { Price } from './price/price.entity.ts';
import { Promotion } from './price/promotion.entity.ts';
import { CustomerReturnLine } from './return/customer-return-line.entity.ts';
import { CustomerReturnResolver } from './return/customer-return.resolver.ts';
import { CustomerReturn } from './return/customer-return.entity.ts';
import { ReturnActsResolver } from './return/return-acts.resolver.ts';
import { ShipmentActsResolver } from './shipment/shipment-acts.resolver.ts';
import { ShipmentResolver } from './shipment/shipment.resolver.ts';
import { ShipmentEvent } from './shipment/shipment-event.entity.ts';
import { ShipmentLine } from './shipment/shipment-line.entity.ts';
import { Shipment } from './shipment/shipment.entity.ts';
import { BuyerLimit } from './terms/buyer-limit.entity.ts';
import { CustomerTermsResolver } from './terms/customer-terms.resolver.ts';
import { CustomerTerms } from './terms/customer-terms.entity.ts';
import { ExchangeRateResolver } from './terms/exchange-rate.resolver.ts';
import { ExchangeRate } from './terms/exchange-rate.entity.ts';
import { TerritoryResolver } from './terms/territory.resolver.ts';
import { Territory } from './terms/territory.entity.ts';

export const sales: Module = {
  name: 'sales',
  entities: [
    Territory,
    ExchangeRate,
    PriceList,
    Price,
    Promotion,
    CustomerTerms,
    BuyerLimit,
    DeliveryAddress,
    SalesOrder,
    SalesOrderLine,
    LinePromise,
    Shipment,
    ShipmentLine,
    ShipmentEvent,
    CustomerReturn,
    CustomerReturnLine,
    Invoice,
    InvoiceLine,
    Payment,
    PaymentShare,
  ],
  resolvers: [
    SalesOrderResolver,
    OrderDraftActsResolver,
    OrderActsResolver,
    QuickOrderResolver,
    ShipmentResolver,
    ShipmentActsResolver,
    CustomerReturnResolver,
    ReturnActsResolver,
    InvoiceResolver,
    PaymentResolver,
    StatementResolver,
    PriceListResolver,
    PriceCheckResolver,
    CustomerTermsResolver,
    ExchangeRateResolver,
    TerritoryResolver,
    DeliveryAddressResolver,
  ],
  types: [QuickOrderRefusedType],
  actions: salesActions,
  subscribers: salesSubscribers,
  jobs: salesJobs,
  routes: [...documentRoutes, ...proofRoutes],
};
