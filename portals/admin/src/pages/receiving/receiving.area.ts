import { ScanLine } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 30,
  title: { en: 'Receiving', 'zh-CN': '收货' },
  icon: ScanLine,
  path: '/receiving',
  routes: [
    {
      path: '/receiving',
      children: [
        { path: '', name: 'receiving', component: () => import('./ExpectedPage.vue') },
        { path: 'new', name: 'receiving-new', component: () => import('./UnannouncedPage.vue') },
        {
          path: 'notices/:id',
          name: 'receiving-notice',
          component: () => import('./NoticePage.vue'),
          props: true,
        },
        { path: 'receipts', name: 'receiving-receipts', component: () => import('./ReceiptsPage.vue') },
        {
          path: 'receipts/:id',
          name: 'receiving-receipt',
          component: () => import('./ReceiptPage.vue'),
          props: true,
        },
        { path: 'discrepancies', name: 'discrepancies', component: () => import('./DiscrepanciesPage.vue') },
      ],
    },
  ],
};
