import type { Module } from '../../platform/module.ts';
import { systemActor } from '../../platform/access/actor.ts';
import { OrderAnswerLine } from './answer/order-answer-line.entity.ts';
import { OrderAnswer } from './answer/order-answer.entity.ts';
import { OrderAnswerResolver } from './answer/order-answer.resolver.ts';
import { DiscrepancyActsResolver } from './discrepancy/discrepancy-acts.resolver.ts';
import { Discrepancy } from './discrepancy/discrepancy.entity.ts';
import { DiscrepancyResolver } from './discrepancy/discrepancy.resolver.ts';
import './fields/item.fields.ts';
import { HandlingUnit } from './notice/handling-unit.entity.ts';
import { NoticeActsResolver } from './notice/notice-acts.resolver.ts';
import { ShipmentNoticeChange } from './notice/notice-change.entity.ts';
import { ShipmentNoticeLine } from './notice/notice-line.entity.ts';
import { flagOverdueNotices } from './notice/overdue-notices.service.ts';
import { ShipmentNotice } from './notice/shipment-notice.entity.ts';
import { ShipmentNoticeResolver } from './notice/shipment-notice.resolver.ts';
import { OrderActsResolver } from './order/order-acts.resolver.ts';
import { PurchaseOrderLine } from './order/order-line.entity.ts';
import { PurchaseOrderVersion } from './order/order-version.entity.ts';
import { PurchaseOrder } from './order/purchase-order.entity.ts';
import { PurchaseOrderResolver } from './order/purchase-order.resolver.ts';
import { ScheduleLine } from './order/schedule-line.entity.ts';
import { Inspection } from './receipt/inspection.entity.ts';
import { ReceiptActsResolver } from './receipt/receipt-acts.resolver.ts';
import { ReceiptLine } from './receipt/receipt-line.entity.ts';
import { Receipt } from './receipt/receipt.entity.ts';
import { ReceiptResolver } from './receipt/receipt.resolver.ts';
import { SupplierReturnActsResolver } from './supplier-return/supplier-return-acts.resolver.ts';
import { SupplierReturnLine } from './supplier-return/supplier-return-line.entity.ts';
import { SupplierReturn } from './supplier-return/supplier-return.entity.ts';
import { SupplierReturnResolver } from './supplier-return/supplier-return.resolver.ts';

export const purchasing: Module = {
  name: 'purchasing',
  entities: [
    PurchaseOrder,
    PurchaseOrderLine,
    ScheduleLine,
    PurchaseOrderVersion,
    OrderAnswer,
    OrderAnswerLine,
    ShipmentNotice,
    HandlingUnit,
    ShipmentNoticeLine,
    ShipmentNoticeChange,
    Receipt,
    ReceiptLine,
    Inspection,
    Discrepancy,
    SupplierReturn,
    SupplierReturnLine,
  ],
  resolvers: [
    PurchaseOrderResolver,
    OrderActsResolver,
    OrderAnswerResolver,
    ShipmentNoticeResolver,
    NoticeActsResolver,
    ReceiptResolver,
    ReceiptActsResolver,
    DiscrepancyResolver,
    DiscrepancyActsResolver,
    SupplierReturnResolver,
    SupplierReturnActsResolver,
  ],
  actions: {
    'purchasing.order.draft': ['ADMIN', 'BUYER', 'PLANNER'],
    'purchasing.order.issue': ['ADMIN', 'BUYER'],
    'purchasing.order.change': ['ADMIN', 'BUYER'],
    'purchasing.order.cancel': ['ADMIN', 'BUYER'],
    'purchasing.order.close': ['ADMIN', 'BUYER'],
    'purchasing.order.review': ['ADMIN', 'BUYER'],
    'purchasing.order.answer': ['SUPPLIER_ADMIN', 'SUPPLIER_PLANNER'],
    'purchasing.notice.save': ['SUPPLIER_ADMIN', 'SUPPLIER_SHIPPING', 'SUPPLIER_PLANNER'],
    'purchasing.notice.submit': ['SUPPLIER_ADMIN', 'SUPPLIER_SHIPPING'],
    'purchasing.notice.dispatch': ['SUPPLIER_ADMIN', 'SUPPLIER_SHIPPING'],
    'purchasing.notice.reschedule': ['SUPPLIER_ADMIN', 'SUPPLIER_SHIPPING'],
    'purchasing.notice.cancel': ['SUPPLIER_ADMIN', 'SUPPLIER_SHIPPING'],
    'purchasing.notice.arrive': ['ADMIN', 'WAREHOUSE', 'BUYER'],
    'purchasing.receipt.post': ['ADMIN', 'WAREHOUSE', 'BUYER'],
    'purchasing.receipt.accept_over': ['ADMIN', 'BUYER'],
    'purchasing.receipt.inspect': ['ADMIN', 'WAREHOUSE'],
    'purchasing.receipt.put_away': ['ADMIN', 'WAREHOUSE'],
    'purchasing.discrepancy.resolve': ['ADMIN', 'BUYER'],
    'purchasing.return.post': ['ADMIN', 'WAREHOUSE', 'BUYER'],
  },
  jobs: [
    {
      name: 'purchasing.overdue-notices',
      cron: '17 * * * *',
      run: async (database) => {
        await database.transact(systemActor('purchasing.overdue-notices'), flagOverdueNotices);
      },
    },
  ],
};
