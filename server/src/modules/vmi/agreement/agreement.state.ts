export const AGREEMENT_STATES = ['DRAFT', 'PROPOSED', 'ACTIVE', 'SUSPENDED', 'EXPIRED', 'TERMINATED'] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

export type AgreementAct =
  'edit' | 'propose' | 'accept' | 'refuse' | 'amend' | 'suspend' | 'resume' | 'terminate' | 'expire';

/** What may happen to an agreement in each state, and where it leads. An act that is not named is refused. */
export const agreementTransitions: Readonly<Record<AgreementState, Partial<Record<AgreementAct, AgreementState>>>> = {
  DRAFT: { edit: 'DRAFT', propose: 'PROPOSED', terminate: 'TERMINATED' },
  PROPOSED: { accept: 'ACTIVE', refuse: 'DRAFT', terminate: 'TERMINATED', expire: 'EXPIRED' },
  // An amendment leaves the agreement in force under its present terms until the other side accepts.
  ACTIVE: {
    accept: 'ACTIVE',
    refuse: 'ACTIVE',
    amend: 'ACTIVE',
    suspend: 'SUSPENDED',
    terminate: 'TERMINATED',
    expire: 'EXPIRED',
  },
  SUSPENDED: {
    accept: 'SUSPENDED',
    refuse: 'SUSPENDED',
    amend: 'SUSPENDED',
    resume: 'ACTIVE',
    terminate: 'TERMINATED',
    expire: 'EXPIRED',
  },
  EXPIRED: {},
  TERMINATED: {},
};

const live = ['vmi.agreement.amend', 'vmi.agreement.terminate', 'vmi.line.save', 'vmi.limits.change'] as const;

/**
 * What the portals may offer, by the name of the permission. `_ASKED`: terms of the other side wait for this reader;
 * `_ASKING`: his own wait for the other side.
 */
export const agreementActions: Readonly<Record<string, readonly string[]>> = {
  DRAFT: ['vmi.agreement.draft', 'vmi.line.save', 'vmi.agreement.propose', 'vmi.agreement.terminate'],
  PROPOSED_ASKED: ['vmi.agreement.accept', 'vmi.agreement.terminate'],
  PROPOSED_ASKING: ['vmi.agreement.terminate'],
  ACTIVE: [...live, 'vmi.agreement.suspend', 'vmi.run.start'],
  ACTIVE_ASKED: [...live.slice(1), 'vmi.agreement.accept', 'vmi.agreement.suspend', 'vmi.run.start'],
  ACTIVE_ASKING: [...live.slice(1), 'vmi.agreement.suspend', 'vmi.run.start'],
  SUSPENDED: [...live, 'vmi.agreement.resume'],
  SUSPENDED_ASKED: [...live.slice(1), 'vmi.agreement.accept', 'vmi.agreement.resume'],
  SUSPENDED_ASKING: [...live.slice(1), 'vmi.agreement.resume'],
};

/** In force: its stock is shared, its lines are watched. */
export const LIVE_STATES: readonly AgreementState[] = ['ACTIVE', 'SUSPENDED'];

export type VersionState = 'DRAFT' | 'PROPOSED' | 'ACCEPTED' | 'REFUSED' | 'SUPERSEDED';
export type Variant = 'PLANNED_SHIPMENT' | 'REPLENISHMENT_ORDER';
/** The two parties of an agreement. */
export type Side = 'COMPANY' | 'SUPPLIER';
export type Bearer = Side | 'NOBODY';
