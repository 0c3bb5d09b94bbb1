import '../theme/tokens.css';
import '../theme/base.css';
import '../theme/theme.ts';
import { BellRing, ChartLine, ClipboardList, FileText, Settings, Table2 } from '@lucide/vue';
import urql from '@urql/vue';
import { type Component, createApp, h, shallowRef } from 'vue';
import PortalRoot from '../app/PortalRoot.vue';
import type { PortalArea } from '../app/areas.ts';
import { createPortalRouter } from '../app/portal-router.ts';
import { type Session, type Viewer, sessionKey } from '../app/session.ts';
import { i18n } from '../i18n/i18n.ts';
import { createGalleryClient } from './gallery-data.ts';

const membership: Viewer['memberships'][number] = {
  id: 'm1',
  audience: 'SUPPLIER' as const,
  roles: ['SUPPLIER_PLANNER'],
  organisation: { id: 'o1', name: '杭州精密零件有限公司' },
};
const viewer: Viewer = {
  id: 'v1',
  allowedActions: [],
  impersonation: null,
  person: { id: 'p1', name: 'Lin Xiaoming', email: 'lin@supplier.example', locale: 'zh-CN' },
  membership,
  memberships: [membership],
};
const session: Session = {
  portal: 'supplier',
  viewer: shallowRef(viewer),
  error: shallowRef(null),
  load: async () => undefined,
  can: () => true,
  signOut: async () => undefined,
};

const area = (
  order: number,
  path: string,
  icon: PortalArea['icon'],
  en: string,
  zh: string,
  page: () => Promise<{ default: Component }>,
): PortalArea => ({
  order,
  path,
  icon,
  title: { en, 'zh-CN': zh },
  routes: [{ path, component: page }],
});
const areas = [
  area(1, '/lists', Table2, 'Lists', '列表', () => import('./ListGallery.vue')),
  area(2, '/forms', ClipboardList, 'Forms', '表单', () => import('./FormGallery.vue')),
  area(3, '/figures', ChartLine, 'Figures', '数字', () => import('./FigureGallery.vue')),
  area(4, '/notices', BellRing, 'Notices', '通知', () => import('./FormGallery.vue')),
  area(5, '/documents', FileText, 'Ship notices and labels', '发货通知与标签', () => import('./FormGallery.vue')),
  area(6, '/settings', Settings, 'Settings', '设置', () => import('./FormGallery.vue')),
];

createApp(() => h(PortalRoot, { areas }))
  .use(i18n)
  .use(urql, createGalleryClient())
  .use(createPortalRouter(areas, session))
  .provide(sessionKey, session)
  .mount('#app');
