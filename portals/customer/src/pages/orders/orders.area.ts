import { ClipboardList } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 40,
  title: { en: 'Orders', 'zh-CN': '订单' },
  icon: ClipboardList,
  path: '/orders',
  routes: [
    { path: '/orders', name: 'orders', component: () => import('./OrdersPage.vue') },
    { path: '/orders/:id', name: 'order', component: () => import('./OrderPage.vue'), props: true },
  ],
};
