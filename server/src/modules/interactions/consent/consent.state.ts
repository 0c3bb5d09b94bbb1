export const CHANNELS = ['EMAIL', 'PHONE'] as const;
/** A way to reach somebody. */
export type Channel = (typeof CHANNELS)[number];

export const PURPOSES = ['ACCOUNT', 'ORDERS', 'SERVICE', 'FEEDBACK', 'NEWS', 'OFFERS'] as const;
/** Why we write. The first three carry out what was agreed; the others need to be wished for. */
export type Purpose = (typeof PURPOSES)[number];
export const PROMOTIONAL: readonly Purpose[] = ['FEEDBACK', 'NEWS', 'OFFERS'];

export const CONSENT_STATES = ['UNKNOWN', 'GRANTED', 'WITHDRAWN', 'SUPPRESSED'] as const;
export type ConsentState = (typeof CONSENT_STATES)[number];

export const CONSENT_SOURCES = ['PERSON', 'STAFF', 'UNSUBSCRIBE', 'BOUNCE', 'COMPLAINT', 'IMPORT'] as const;
export type ConsentSource = (typeof CONSENT_SOURCES)[number];

/** What may follow on what. From SUPPRESSED only the person himself comes back. */
export const consentSteps: Readonly<Record<ConsentState, readonly ConsentState[]>> = {
  UNKNOWN: ['GRANTED', 'WITHDRAWN', 'SUPPRESSED'],
  GRANTED: ['WITHDRAWN', 'SUPPRESSED'],
  WITHDRAWN: ['GRANTED', 'SUPPRESSED'],
  SUPPRESSED: ['GRANTED'],
};
