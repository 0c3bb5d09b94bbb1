import { ArrowDownUp } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 100,
  title: { en: 'Imports', 'zh-CN': '导入导出' },
  icon: ArrowDownUp,
  path: '/imports',
  routes: [
    {
      path: '/imports',
      children: [
        { path: '', name: 'imports', component: () => import('./ImportsPage.vue') },
        { path: ':id', name: 'import', component: () => import('./TaskPage.vue'), props: true },
      ],
    },
  ],
};
