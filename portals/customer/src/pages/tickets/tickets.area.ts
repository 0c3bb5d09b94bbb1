import { LifeBuoy } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 80,
  title: { en: 'Tickets', 'zh-CN': '工单' },
  icon: LifeBuoy,
  path: '/tickets',
  routes: [
    { path: '/tickets', component: () => import('#ui/help/TicketsPage.vue') },
    { path: '/tickets/new', component: () => import('#ui/help/NewTicketPage.vue'), props: { portal: 'customer' } },
    { path: '/tickets/:id', component: () => import('#ui/help/TicketPage.vue'), props: { portal: 'customer' } },
  ],
};
