import { BookOpen } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 64,
  title: { en: 'Knowledge', 'zh-CN': '知识库' },
  icon: BookOpen,
  path: '/knowledge',
  needs: 'service.article.save',
  routes: [
    { path: '/knowledge', component: () => import('./KnowledgePage.vue') },
    { path: '/knowledge/missed', component: () => import('./MissedPage.vue') },
    { path: '/knowledge/new', component: () => import('./ArticleEditPage.vue') },
    { path: '/knowledge/:id', component: () => import('./ArticleEditPage.vue') },
  ],
};
