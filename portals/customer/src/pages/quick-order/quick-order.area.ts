import { Zap } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 30,
  title: { en: 'Quick order', 'zh-CN': '快速下单' },
  icon: Zap,
  path: '/quick-order',
  needs: 'sales.order.draft',
  routes: [{ path: '/quick-order', name: 'quick-order', component: () => import('./QuickOrderPage.vue') }],
};
