import type { Actor } from './actor.ts';

/** What a request shows of itself before anybody is known. */
export interface Credentials {
  readonly sessionToken: string | null;
  /** Which portal asks, from the header `x-corridor-portal`. */
  readonly portal: string | null;
  readonly acceptLanguage: string | null;
  readonly remoteAddress: string | null;
}

/** Tells who is behind a request. The identity module answers. */
export interface Authenticator {
  actorOf(credentials: Credentials): Promise<Actor>;
}
