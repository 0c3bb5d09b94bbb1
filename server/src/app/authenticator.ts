import type { Clock } from '../kernel/clock.ts';
import { AccessMemory } from '../modules/identity/session/access-memory.ts';
import { SessionAuthenticator } from '../modules/identity/session/session-authenticator.service.ts';
import type { Authenticator } from '../platform/access/authenticator.port.ts';
import { actionsOf } from '../platform/access/role.ts';
import type { Database } from '../platform/db/database.ts';
import type { Listener } from '../platform/events/listener.ts';
import { actionTable } from './modules.ts';

/** Knows people by their session, and what their roles let them do in all the modules together. */
export function createAuthenticator(database: Database, clock: Clock, listener?: Listener): Authenticator {
  if (listener) AccessMemory.of(database).follow(listener);
  return new SessionAuthenticator(database, clock, actionsOfRoles);
}

// There are few combinations of roles, and every request asks.
const known = new Map<string, ReadonlySet<string>>();

function actionsOfRoles(roles: readonly string[]): ReadonlySet<string> {
  const key = roles.join();
  let actions = known.get(key);
  if (!actions) known.set(key, (actions = actionsOf(roles, actionTable)));
  return actions;
}
