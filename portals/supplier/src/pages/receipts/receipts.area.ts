import { PackageCheck } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 60,
  title: { en: 'Receipts', 'zh-CN': '收货' },
  icon: PackageCheck,
  path: '/receipts',
  routes: [
    { path: '/receipts', component: () => import('./ReceiptsPage.vue') },
    { path: '/receipts/discrepancies', component: () => import('./DiscrepanciesPage.vue') },
    { path: '/receipts/:id', component: () => import('./ReceiptPage.vue') },
  ],
};
