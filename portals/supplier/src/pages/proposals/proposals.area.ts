import { ClipboardCheck } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 30,
  title: { en: 'Proposals', 'zh-CN': '补货建议' },
  icon: ClipboardCheck,
  path: '/proposals',
  routes: [
    { path: '/proposals', component: () => import('./ProposalsPage.vue') },
    { path: '/proposals/:id', component: () => import('./ProposalPage.vue') },
  ],
};
