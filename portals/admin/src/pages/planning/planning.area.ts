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
        { path: 'forecasts', name: 'forecasts', component: () => import('./ForecastsPage.vue') },
        { path: 'forecasts/:id', name: 'forecast', component: () => import('./ForecastPage.vue'), props: true },
        { path: 'schedule', name: 'schedules', component: () => import('./SchedulesPage.vue') },
        { path: 'schedule/:id', name: 'schedule', component: () => import('./SchedulePage.vue'), props: true },
        { path: 'safety-stock', name: 'safety-stock', component: () => import('./StockProposalsPage.vue') },
        { path: 'capacity', name: 'capacity', component: () => import('./CapacityPage.vue') },
        { path: 'routings', name: 'routings', component: () => import('./RoutingsPage.vue') },
        { path: 'routings/:id', name: 'routing', component: () => import('./RoutingPage.vue'), props: true },
        { path: 'work-centres', name: 'work-centres', component: () => import('./WorkCentresPage.vue') },
        { path: 'policies', name: 'planning-policies', component: () => import('./PoliciesPage.vue') },
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
