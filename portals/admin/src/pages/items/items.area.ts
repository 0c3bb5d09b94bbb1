import { Boxes } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 80,
  title: { en: 'Items', 'zh-CN': '物料' },
  icon: Boxes,
  path: '/items',
  routes: [
    {
      path: '/items',
      children: [
        { path: '', name: 'items', component: () => import('./ItemsPage.vue') },
        { path: ':id', name: 'item', component: () => import('./ItemPage.vue'), props: true },
      ],
    },
  ],
};
