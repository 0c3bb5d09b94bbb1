import { ReceiptText } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 70,
  title: { en: 'Invoices', 'zh-CN': '发票' },
  icon: ReceiptText,
  path: '/invoices',
  routes: [
    { path: '/invoices', name: 'invoices', component: () => import('./InvoicesPage.vue') },
    { path: '/invoices/payments', name: 'payments', component: () => import('./PaymentsPage.vue') },
    { path: '/invoices/statement', name: 'statement', component: () => import('./StatementPage.vue') },
    { path: '/invoices/:id', name: 'invoice', component: () => import('./InvoicePage.vue'), props: true },
  ],
};
