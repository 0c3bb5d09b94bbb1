import { Undo2 } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 54,
  title: { en: 'Returns', 'zh-CN': '退货' },
  icon: Undo2,
  path: '/returns',
  routes: [
    { path: '/returns', name: 'returns', component: () => import('./ReturnsPage.vue') },
    { path: '/returns/:id', name: 'return', component: () => import('./ReturnPage.vue'), props: true },
  ],
};
