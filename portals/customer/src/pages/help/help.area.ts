import { BookOpen } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 82,
  title: { en: 'Help articles', 'zh-CN': '帮助文章' },
  icon: BookOpen,
  path: '/help',
  routes: [
    { path: '/help', component: () => import('#ui/help/ArticlesPage.vue') },
    { path: '/help/:id', component: () => import('#ui/help/ArticlePage.vue') },
  ],
};
