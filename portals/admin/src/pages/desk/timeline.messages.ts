import { defineMessages } from '#ui/i18n/define-messages.ts';

export const timelineMessages = defineMessages('timeline', {
  en: {
    kind: 'Kind',
    kindOf: {
      CONTACT: 'Contact',
      TICKET: 'Ticket',
      SALES_ORDER: 'Order',
      SHIPMENT: 'Delivery',
      INVOICE: 'Invoice',
      RETURN: 'Return',
      PAYMENT: 'Payment',
      PURCHASE_ORDER: 'Purchase order',
      SHIPMENT_NOTICE: 'Ship notice',
      RECEIPT: 'Receipt',
    },
    nothing: 'Nothing has happened yet',
    nothingText: 'Contacts, tickets, orders, deliveries and invoices appear here by themselves.',
  },
  'zh-CN': {
    kind: '类型',
    kindOf: {
      CONTACT: '往来',
      TICKET: '工单',
      SALES_ORDER: '订单',
      SHIPMENT: '发货',
      INVOICE: '发票',
      RETURN: '退货',
      PAYMENT: '收款',
      PURCHASE_ORDER: '采购订单',
      SHIPMENT_NOTICE: '发货通知',
      RECEIPT: '收货',
    },
    nothing: '暂无记录',
    nothingText: '往来、工单、订单、发货和发票会自动显示在这里。',
  },
});
