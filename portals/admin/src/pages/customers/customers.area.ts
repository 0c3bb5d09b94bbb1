import { Building } from '@lucide/vue';
import type { PortalArea } from '#ui/app/areas.ts';

export const area: PortalArea = {
  order: 60,
  title: { en: 'Customers', 'zh-CN': '客户' },
  icon: Building,
  path: '/customers',
  routes: [
    { path: '/customers', name: 'customers', component: () => import('./CustomersPage.vue') },
    {
      path: '/customers/:id/statement',
      name: 'customer-statement',
      component: () => import('./CustomerStatementPage.vue'),
      props: true,
    },
    { path: '/customers/:id', name: 'customer', component: () => import('./CustomerPage.vue'), props: true },
  ],
};
