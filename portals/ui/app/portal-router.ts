import { nextTick } from 'vue';
import {
  type RouteLocationNormalized,
  type RouteLocationRaw,
  type Router,
  createRouter,
  createWebHistory,
} from 'vue-router';
import type { PortalArea } from './areas.ts';
import type { Session } from './session.ts';

declare module 'vue-router' {
  interface RouteMeta {
    /** Open to people who are not signed in; shown without the shell. */
    isPublic?: boolean;
    /** Shown without the shell. */
    isBare?: boolean;
  }
}

const sessionRoutes = [
  {
    path: '/sign-in',
    name: 'sign-in',
    component: () => import('../pages/SignInPage.vue'),
    meta: { isPublic: true, isBare: true },
  },
  {
    path: '/invite/:token',
    name: 'invite',
    component: () => import('../pages/InvitePage.vue'),
    meta: { isPublic: true, isBare: true },
  },
  {
    path: '/forgotten',
    name: 'forgotten',
    component: () => import('../pages/entry/ForgottenPage.vue'),
    meta: { isPublic: true, isBare: true },
  },
  {
    path: '/reset/:token',
    name: 'reset',
    component: () => import('../pages/entry/ResetPage.vue'),
    meta: { isPublic: true, isBare: true },
  },
  {
    path: '/single-sign-on',
    name: 'single-sign-on',
    component: () => import('../pages/entry/SingleSignOnPage.vue'),
    meta: { isPublic: true, isBare: true },
  },
  {
    path: '/impersonate',
    name: 'impersonate',
    component: () => import('../pages/entry/ImpersonatePage.vue'),
    meta: { isPublic: true, isBare: true },
  },
  { path: '/security', name: 'security', component: () => import('../pages/security/SecurityPage.vue') },
  { path: '/access', name: 'access', component: () => import('../pages/access/AccessPage.vue') },
  {
    path: '/organisation',
    name: 'organisation',
    component: () => import('../pages/OrganisationPage.vue'),
    meta: { isBare: true },
  },
];

/** Where somebody may go now: the page asked for, or sign-in, or the choice of an organisation, with the way back kept. */
async function admit(to: RouteLocationNormalized, session: Session): Promise<RouteLocationRaw | true> {
  if (to.meta.isPublic) return true;
  await session.load();
  const back = to.fullPath === '/' ? {} : { returnTo: to.fullPath };
  if (session.error.value) return true;
  if (!session.viewer.value) return { name: 'sign-in', query: back };
  if (!session.viewer.value.membership && to.name !== 'organisation') return { name: 'organisation', query: back };
  return true;
}

export function createPortalRouter(areas: readonly PortalArea[], session: Session): Router {
  const first = areas[0]?.path;
  const router = createRouter({
    history: createWebHistory(`/${session.portal}/`),
    routes: [
      ...(first && first !== '/' ? [{ path: '/', redirect: first }] : []),
      ...areas.flatMap((area) => area.routes),
      ...sessionRoutes,
      { path: '/:rest(.*)*', name: 'not-found', component: () => import('../pages/NotFoundPage.vue') },
    ],
    scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
  });
  router.beforeEach((to) => admit(to, session));
  router.afterEach(async (to, from, failure) => {
    if (failure || to.path === from.path || from.matched.length === 0) return;
    await nextTick();
    // A new page begins at its heading, for the keyboard as for the eye.
    document.querySelector<HTMLElement>('main h1, main')?.focus({ preventScroll: true });
  });
  return router;
}
