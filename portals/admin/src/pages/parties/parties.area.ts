import { Handshake } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 90,
  title: { en: 'Suppliers', 'zh-CN': '供应商' },
  icon: Handshake,
  path: '/parties',
  routes: [{ path: '/parties', name: 'parties', component: () => import('./PartiesPage.vue') }],
};
