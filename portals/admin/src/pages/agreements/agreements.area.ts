import { Handshake } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 64,
  title: { en: 'Agreements', 'zh-CN': '供货协议' },
  icon: Handshake,
  path: '/agreements',
  routes: [
    {
      path: '/agreements',
      children: [
        { path: '', name: 'agreements', component: () => import('./AgreementsPage.vue') },
        { path: 'new', name: 'agreement-new', component: () => import('./AgreementNewPage.vue') },
        { path: ':id', name: 'agreement', component: () => import('./AgreementPage.vue'), props: true },
      ],
    },
  ],
};
