import type { Client, CombinedError } from '@urql/vue';
import { type InjectionKey, type ShallowRef, inject, shallowRef } from 'vue';
import type { ResultOf } from '../graphql/graphql.ts';
import { signOutMutation, viewerQuery } from '../graphql/session.documents.ts';
import type { PortalName } from './portal.ts';

export type Viewer = NonNullable<ResultOf<typeof viewerQuery>['viewer']>;

/** Who is signed in to this portal, and what they may do. */
export interface Session {
  readonly portal: PortalName;
  readonly viewer: ShallowRef<Viewer | null>;
  /** Null once known; the error when the server could not be asked. */
  readonly error: ShallowRef<CombinedError | null>;
  readonly load: () => Promise<void>;
  readonly can: (action: string) => boolean;
  /** Leaves with a full page load, so that nothing of this person stays in memory. */
  readonly signOut: () => Promise<void>;
}

export const sessionKey: InjectionKey<Session> = Symbol('session');

export function createSession(portal: PortalName, client: Client): Session {
  const viewer = shallowRef<Viewer | null>(null);
  const error = shallowRef<CombinedError | null>(null);
  let loading: Promise<void> | null = null;
  const ask = async (): Promise<void> => {
    const result = await client.query(viewerQuery, {}, { requestPolicy: 'network-only' }).toPromise();
    viewer.value = result.data?.viewer ?? null;
    error.value = result.error?.networkError ? result.error : null;
    if (error.value) loading = null;
  };
  return {
    portal,
    viewer,
    error,
    load: () => (loading ??= ask()),
    can: (action) => viewer.value?.allowedActions.includes(action) ?? false,
    async signOut() {
      await client.mutation(signOutMutation, {}).toPromise();
      location.assign(`/${portal}/sign-in`);
    },
  };
}

export function useSession(): Session {
  const session = inject(sessionKey);
  if (!session) throw new Error('useSession is called outside a portal');
  return session;
}
