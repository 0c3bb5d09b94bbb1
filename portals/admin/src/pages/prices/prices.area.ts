import { Tags } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 58,
  title: { en: 'Prices', 'zh-CN': '价格' },
  icon: Tags,
  path: '/prices',
  routes: [
    { path: '/prices', name: 'price-lists', component: () => import('./PriceListsPage.vue') },
    { path: '/prices/promotions', name: 'promotions', component: () => import('./PromotionsPage.vue') },
    { path: '/prices/check', name: 'price-check', component: () => import('./CheckPage.vue') },
    { path: '/prices/rates', name: 'exchange-rates', component: () => import('./RatesPage.vue') },
    { path: '/prices/territories', name: 'territories', component: () => import('./TerritoriesPage.vue') },
    { path: '/prices/:id', name: 'price-list', component: () => import('./PriceListPage.vue'), props: true },
  ],
};
