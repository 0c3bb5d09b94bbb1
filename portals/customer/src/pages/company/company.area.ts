import { Building2 } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 90,
  title: { en: 'Company', 'zh-CN': '公司' },
  icon: Building2,
  path: '/company',
  routes: [
    { path: '/company', name: 'company', component: () => import('./CompanyPage.vue') },
    { path: '/company/limits', name: 'limits', component: () => import('./LimitsPage.vue') },
  ],
};
