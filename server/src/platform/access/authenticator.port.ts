import type { Actor } from './actor.ts';

/** What a request shows of itself before anybody is known. */
export interface Credentials {
  readonly sessionToken: string | null;
  /** Which portal asks, from the header `x-corridor-portal`. */
  readonly portal: string | null;
  readonly acceptLanguage: string | null;
  readonly remoteAddress: string | null;
  /** The API key of a machine; with it, the session of a browser counts for nothing. */
  readonly apiKey?: string | null;
}

/** A session's new token, to be handed to its device. */
export interface Renewal {
  readonly token: string;
  readonly endsAt: Date;
}

/** Tells who is behind a request. The identity module answers. */
export interface Authenticator {
  actorOf(credentials: Credentials): Promise<Actor>;
  /** A new token for a session whose holder's rights have changed since it was given one; mostly null. */
  renewalOf(credentials: Credentials): Promise<Renewal | null>;
  /** Which of these actors, signed in earlier, still stand as they did: by their session and membership. */
  standing(actors: readonly Actor[]): Promise<ReadonlySet<Actor>>;
}
