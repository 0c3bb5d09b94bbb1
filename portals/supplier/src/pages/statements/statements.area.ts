import { ReceiptText } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 70,
  title: { en: 'Statements', 'zh-CN': '对账单' },
  icon: ReceiptText,
  path: '/statements',
  routes: [
    { path: '/statements', component: () => import('./StatementsPage.vue') },
    { path: '/statements/:id', component: () => import('./StatementPage.vue') },
  ],
};
