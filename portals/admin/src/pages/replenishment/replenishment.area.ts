import { RefreshCw } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 45,
  title: { en: 'Replenishment', 'zh-CN': '补货' },
  icon: RefreshCw,
  path: '/replenishment',
  routes: [
    {
      path: '/replenishment',
      children: [
        { path: '', name: 'replenishment', component: () => import('./LinesPage.vue') },
        { path: 'proposals', name: 'vmi-proposals', component: () => import('./ProposalsPage.vue') },
        { path: 'alerts', name: 'vmi-alerts', component: () => import('./AlertsPage.vue') },
        { path: 'left-out', name: 'vmi-issues', component: () => import('./IssuesPage.vue') },
        { path: 'lines/:id', name: 'vmi-line', component: () => import('./LinePage.vue'), props: true },
      ],
    },
  ],
};
