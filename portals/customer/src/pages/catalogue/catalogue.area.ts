import { Store } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 20,
  title: { en: 'Catalogue', 'zh-CN': '产品目录' },
  icon: Store,
  path: '/catalogue',
  routes: [{ path: '/catalogue', name: 'catalogue', component: () => import('./CataloguePage.vue') }],
};
