import { ScrollText } from '@lucide/vue';
import type { PortalArea } from '../../app/areas.ts';

export const area: PortalArea = {
  order: 98,
  title: { en: 'Audit log', 'zh-CN': '审计日志' },
  icon: ScrollText,
  path: '/audit',
  needs: 'identity.audit.read',
  routes: [{ path: '/audit', name: 'audit', component: () => import('./AuditPage.vue') }],
};
