import { Truck } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 50,
  title: { en: 'Shipments', 'zh-CN': '发货' },
  icon: Truck,
  path: '/shipments',
  routes: [
    { path: '/shipments', name: 'shipments', component: () => import('./ShipmentsPage.vue') },
    { path: '/shipments/:id', name: 'shipment', component: () => import('./ShipmentPage.vue'), props: true },
  ],
};
