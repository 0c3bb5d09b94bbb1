import { LayoutGrid } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 20,
  title: { en: 'Stock', 'zh-CN': '库存' },
  icon: LayoutGrid,
  path: '/stock',
  routes: [
    { path: '/stock', component: () => import('./StockPage.vue') },
    { path: '/stock/:id', component: () => import('./StockLinePage.vue') },
  ],
};
