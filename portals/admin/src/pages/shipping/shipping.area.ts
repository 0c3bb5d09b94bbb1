import { PackageCheck } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 52,
  title: { en: 'Shipping', 'zh-CN': '发货' },
  icon: PackageCheck,
  path: '/shipping',
  routes: [
    {
      path: '/shipping',
      children: [
        { path: '', name: 'shipping', component: () => import('./ReadyPage.vue') },
        { path: 'shipments', name: 'shipping-shipments', component: () => import('./ShipmentsPage.vue') },
        {
          path: 'shipments/:id',
          name: 'shipping-shipment',
          component: () => import('./ShipmentPage.vue'),
          props: true,
        },
      ],
    },
  ],
};
