import type { EntityClass } from '@mikro-orm/postgresql';
import type { Command } from 'commander';
import type { Role } from './access/role.ts';
import type { Database } from './db/database.ts';
import type { Route } from './http/route.ts';
import type { Job, Subscriber } from './jobs/worker.ts';

/** What the composition root needs to know of a module. */
export interface Module {
  readonly name: string;
  readonly entities: readonly EntityClass<object>[];
  readonly resolvers: readonly (new () => object)[];
  /** GraphQL types that nothing names directly, such as the kinds of an interface. */
  readonly types?: readonly (new () => object)[];
  /** The acts this module offers and the roles that may do them. Who is not named may not. */
  readonly actions: Readonly<Record<string, readonly Role[]>>;
  /** Acts that take files which were handed in before, at `/upload`. */
  readonly uploadActions?: readonly string[];
  readonly subscribers?: readonly Subscriber[];
  readonly jobs?: readonly Job[];
  /** Addresses beside GraphQL, for what speaks no GraphQL. */
  readonly routes?: readonly Route[];
  /** Adds commands to the command line. */
  readonly commands?: (program: Command, open: () => Promise<Database>) => void;
}
