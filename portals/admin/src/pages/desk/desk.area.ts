import { Headset } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 62,
  title: { en: 'Service desk', 'zh-CN': '服务台' },
  icon: Headset,
  path: '/desk',
  needs: 'service.ticket.reply',
  routes: [
    { path: '/desk', component: () => import('./DeskPage.vue') },
    { path: '/desk/call', component: () => import('./CallPage.vue') },
    { path: '/desk/mail', component: () => import('./MailPage.vue') },
    { path: '/desk/replies', component: () => import('./setup/RepliesPage.vue') },
    { path: '/desk/agents', component: () => import('./setup/AgentsPage.vue') },
    { path: '/desk/queues', component: () => import('./setup/QueuesPage.vue') },
    { path: '/desk/categories', component: () => import('./setup/CategoriesPage.vue') },
    { path: '/desk/statuses', component: () => import('./setup/StatusesPage.vue') },
    { path: '/desk/targets', component: () => import('./TargetsPage.vue') },
    { path: '/desk/parties/:id', component: () => import('./TimelinePage.vue') },
    { path: '/desk/:id', component: () => import('./TicketPage.vue') },
  ],
};
