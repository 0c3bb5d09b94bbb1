import { pickLocale } from '../kernel/locale.ts';
import { nobody } from '../platform/access/actor.ts';
import type { Authenticator } from '../platform/access/authenticator.port.ts';
import type { Database } from '../platform/db/database.ts';

export function createAuthenticator(_database: Database): Authenticator {
  return {
    actorOf: (credentials) =>
      Promise.resolve(nobody(pickLocale(credentials.acceptLanguage), credentials.remoteAddress)),
  };
}
