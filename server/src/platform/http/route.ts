import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type { Clock } from '../../kernel/clock.ts';
import type { Actor } from '../access/actor.ts';
import type { Database } from '../db/database.ts';

/** What a route of a module is asked: the body as it came, and who asks. */
export interface RouteRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly actor: Actor;
  readonly database: Database;
  readonly clock: Clock;
}

export interface RouteAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Readable;
  /** Makes the browser keep the answer as a file of this name instead of showing it. */
  readonly fileName?: string;
}

/** An answer for programs. */
export const jsonAnswer = (status: number, body: object): RouteAnswer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(body),
});

/**
 * An address beside GraphQL that a module answers, for what speaks no GraphQL: mail programs and links. Whoever asks
 * has proven nothing by asking: the route judges its actor, or a secret in the request.
 */
export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
  readonly answer: (request: RouteRequest) => Promise<RouteAnswer>;
}
