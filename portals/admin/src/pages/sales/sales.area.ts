import { ShoppingCart } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 50,
  title: { en: 'Sales orders', 'zh-CN': '销售订单' },
  icon: ShoppingCart,
  path: '/sales',
  routes: [
    {
      path: '/sales',
      children: [
        { path: '', name: 'sales-orders', component: () => import('./OrdersPage.vue') },
        { path: 'risk', name: 'sales-risk', component: () => import('./RiskPage.vue') },
        { path: ':id', name: 'sales-order', component: () => import('./OrderPage.vue'), props: true },
      ],
    },
  ],
};
