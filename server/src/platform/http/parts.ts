import type { Clock } from '../../kernel/clock.ts';
import type { Authenticator } from '../access/authenticator.port.ts';
import type { Database } from '../db/database.ts';
import type { WakeUps } from '../events/wake-up.ts';
import type { AudienceSchemas } from '../graphql/audience-schemas.ts';
import type { TrustedDocuments } from '../graphql/trusted-documents.ts';
import type { Logger } from '../log.ts';
import type { Route } from './route.ts';

/** What the HTTP side works with; the composition root puts it together. */
export interface Parts {
  readonly log: Logger;
  readonly clock: Clock;
  readonly database: Database;
  readonly schemas: AudienceSchemas;
  readonly authenticator: Authenticator;
  readonly trustedDocuments: TrustedDocuments;
  readonly wakeUps: WakeUps;
  /** Addresses beside GraphQL that modules answer. */
  readonly routes?: readonly Route[];
  /** Whoever may do one of these acts may hand in files for it. */
  readonly uploadActions: ReadonlySet<string>;
  /** Whether people reach us over TLS, so that cookies may demand it. */
  readonly isSecure: boolean;
  /** Whether a proxy of ours stands in front, whose forwarded addresses are believed. */
  readonly isBehindProxy: boolean;
}
