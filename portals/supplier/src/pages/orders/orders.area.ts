import { FileText } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 40,
  title: { en: 'Orders', 'zh-CN': '订单' },
  icon: FileText,
  path: '/orders',
  routes: [
    { path: '/orders', component: () => import('./OrdersPage.vue') },
    { path: '/orders/:id', component: () => import('./OrderPage.vue') },
  ],
};
