import { Handshake } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 75,
  title: { en: 'Agreements', 'zh-CN': '协议' },
  icon: Handshake,
  path: '/agreements',
  routes: [
    { path: '/agreements', component: () => import('./AgreementsPage.vue') },
    { path: '/agreements/:id', component: () => import('./AgreementPage.vue') },
  ],
};
