import { ClipboardList } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 20,
  title: { en: 'Purchasing', 'zh-CN': '采购' },
  icon: ClipboardList,
  path: '/purchasing',
  routes: [
    {
      path: '/purchasing',
      children: [
        { path: '', name: 'purchasing', component: () => import('./OrdersPage.vue') },
        { path: 'new', name: 'order-new', component: () => import('./OrderDraftPage.vue') },
        { path: ':id', name: 'order', component: () => import('./OrderPage.vue'), props: true },
        {
          path: ':id/draft',
          name: 'order-draft',
          component: () => import('./OrderDraftPage.vue'),
          props: true,
        },
      ],
    },
  ],
};
