import { ReceiptText } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 66,
  title: { en: 'Statements', 'zh-CN': '寄售结算' },
  icon: ReceiptText,
  path: '/statements',
  routes: [
    {
      path: '/statements',
      children: [
        { path: '', name: 'statements', component: () => import('./StatementsPage.vue') },
        { path: 'consigned', name: 'consigned-stock', component: () => import('./ConsignedPage.vue') },
        { path: 'withdrawals', name: 'withdrawals', component: () => import('./WithdrawalsPage.vue') },
        { path: ':id', name: 'statement', component: () => import('./StatementPage.vue'), props: true },
      ],
    },
  ],
};
