import { Warehouse } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 40,
  title: { en: 'Stock', 'zh-CN': '库存' },
  icon: Warehouse,
  path: '/stock',
  routes: [
    {
      path: '/stock',
      children: [
        { path: '', name: 'stock', component: () => import('./StockPage.vue') },
        { path: 'moves', name: 'stock-moves', component: () => import('./MovesPage.vue') },
        { path: 'counts', name: 'stock-counts', component: () => import('./CountsPage.vue') },
        { path: 'counts/:id', name: 'stock-count', component: () => import('./CountPage.vue'), props: true },
        { path: ':id', name: 'stock-item', component: () => import('./StockItemPage.vue'), props: true },
      ],
    },
  ],
};
