import { Sun } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 10,
  title: { en: 'Today', 'zh-CN': '今日' },
  icon: Sun,
  path: '/',
  routes: [{ path: '/', name: 'today', component: () => import('./TodayPage.vue') }],
};
