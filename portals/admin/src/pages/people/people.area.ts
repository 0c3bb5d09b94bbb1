import { Users } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 95,
  title: { en: 'People', 'zh-CN': '人员' },
  icon: Users,
  path: '/people',
  routes: [
    { path: '/people', name: 'people', component: () => import('./PeoplePage.vue') },
    { path: '/people/invitations', name: 'invitations', component: () => import('./InvitationsPage.vue') },
  ],
};
