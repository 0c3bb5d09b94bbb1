import type { Locale } from '../../kernel/locale.ts';

/** The side of the corridor somebody stands on. A person acts for one organisation, on one side, at a time. */
export const AUDIENCES = ['STAFF', 'SUPPLIER', 'CUSTOMER'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Who asks: a signed-in person, nobody yet, or a named part of the system (a job, an import). */
export interface Actor {
  readonly audience: Audience | 'NOBODY' | 'SYSTEM';
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly membershipId: string | null;
  readonly sessionId: string | null;
  /** Of a person: who he is. Of the system: which part of it. */
  readonly name: string;
  readonly actions: ReadonlySet<string>;
  readonly locale: Locale;
  readonly remoteAddress: string | null;
  /** Set while somebody of the company acts as this person: who it really is. */
  readonly impersonatedBy?: string | null;
  /** Set for a machine: the key it came with. It has no session and no membership. */
  readonly apiKeyId?: string | null;
}

const nobodyAtAll = {
  personId: null,
  organisationId: null,
  membershipId: null,
  sessionId: null,
  actions: new Set<string>(),
  locale: 'en',
  remoteAddress: null,
} as const;

/** Somebody who has not signed in. */
export function nobody(locale: Locale = 'en', remoteAddress: string | null = null): Actor {
  return { ...nobodyAtAll, audience: 'NOBODY', name: 'nobody', locale, remoteAddress };
}

/**
 * A named part of the system, such as `replenishment` or `import`; it acts for the company without being a person. Where
 * somebody outside made it act, as at the door, the audit log keeps his address.
 */
export function systemActor(name: string, remoteAddress: string | null = null): Actor {
  return { ...nobodyAtAll, audience: 'SYSTEM', name, remoteAddress };
}
