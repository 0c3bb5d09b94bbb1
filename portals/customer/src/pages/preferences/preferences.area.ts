import { BellRing } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 95,
  title: { en: 'Preferences', 'zh-CN': '偏好设置' },
  icon: BellRing,
  path: '/preferences',
  routes: [{ path: '/preferences', component: () => import('#ui/help/PreferencesPage.vue') }],
};
