import { CalendarRange } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 44,
  title: { en: 'Planning', 'zh-CN': '计划' },
  icon: CalendarRange,
  path: '/planning',
  routes: [
    {
      path: '/planning',
      children: [
        { path: '', name: 'planning', component: () => import('./MessagesPage.vue') },
        { path: 'grid', name: 'planning-grid', component: () => import('./GridPage.vue') },
        { path: 'items', name: 'planning-items', component: () => import('./ItemsPage.vue') },
        { path: 'items/:id', name: 'planning-item', component: () => import('./RecordPage.vue'), props: true },
        { path: 'items/:id/pegging', name: 'pegging', component: () => import('./PeggingPage.vue'), props: true },
        { path: 'orders', name: 'planned-orders', component: () => import('./PlannedOrdersPage.vue') },
        { path: 'requests', name: 'supplier-requests', component: () => import('./RequestsPage.vue') },
        { path: 'scenarios', name: 'scenarios', component: () => import('./ScenariosPage.vue') },
        { path: 'scenarios/:id', name: 'scenario', component: () => import('./ScenarioPage.vue'), props: true },
        { path: 'work-orders', name: 'work-orders', component: () => import('./WorkOrdersPage.vue') },
        { path: 'work-orders/:id', name: 'work-order', component: () => import('./WorkOrderPage.vue'), props: true },
        { path: 'bills', name: 'bills', component: () => import('./BillsPage.vue') },
        { path: 'bills/:id', name: 'bill', component: () => import('./BillPage.vue'), props: true },
      ],
    },
  ],
};
