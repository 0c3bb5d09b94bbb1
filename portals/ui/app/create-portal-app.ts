import '../theme/tokens.css';
import '../theme/base.css';
import '../theme/theme.ts';
import urql from '@urql/vue';
import { type App, createApp, h } from 'vue';
import { createPortalClient } from '../graphql/client.ts';
import { currentLocale, i18n } from '../i18n/i18n.ts';
import PortalRoot from './PortalRoot.vue';
import type { PortalArea } from './areas.ts';
import type { PortalName } from './portal.ts';
import { createPortalRouter } from './portal-router.ts';
import { createSession, sessionKey } from './session.ts';

export interface PortalOptions {
  readonly portal: PortalName;
  readonly documentIds: Readonly<Record<string, string>>;
  readonly areas: readonly PortalArea[];
}

/** Puts a portal together: client, session, router, language, theme and shell. The caller mounts it. */
export function createPortalApp({ portal, documentIds, areas }: PortalOptions): App {
  const client = createPortalClient({
    portal,
    documentIds: import.meta.env.PROD ? documentIds : null,
    locale: currentLocale,
    onUnauthenticated: () => {
      const { fullPath, meta } = router.currentRoute.value;
      if (!meta.isPublic) location.assign(router.resolve({ name: 'sign-in', query: { returnTo: fullPath } }).href);
    },
  });
  const session = createSession(portal, client);
  const router = createPortalRouter(areas, session);
  return createApp(() => h(PortalRoot, { areas }))
    .use(i18n)
    .use(urql, client)
    .use(router)
    .provide(sessionKey, session);
}
