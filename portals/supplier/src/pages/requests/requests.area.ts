import { CalendarClock } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 45,
  title: { en: 'Requests', 'zh-CN': '交期请求' },
  icon: CalendarClock,
  path: '/requests',
  routes: [{ path: '/requests', component: () => import('./RequestsPage.vue') }],
};
