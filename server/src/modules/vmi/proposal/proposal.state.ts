export const PROPOSAL_STATES = [
  'COMPUTED',
  'OPEN',
  'COUNTERED',
  'ACCEPTED',
  'DECLINED',
  'SUPERSEDED',
  'EXPIRED',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export type ProposalAct = 'release' | 'accept' | 'counter' | 'decline' | 'approve' | 'refuse' | 'supersede' | 'expire';

/** What may happen to a proposal in each state, and where it leads. An act that is not named is refused. */
export const proposalTransitions: Readonly<Record<ProposalState, Partial<Record<ProposalAct, ProposalState>>>> = {
  COMPUTED: { release: 'OPEN', decline: 'DECLINED', supersede: 'SUPERSEDED', expire: 'EXPIRED' },
  OPEN: {
    accept: 'ACCEPTED',
    counter: 'COUNTERED',
    decline: 'DECLINED',
    supersede: 'SUPERSEDED',
    expire: 'EXPIRED',
  },
  // A refused counter-proposal waits for another answer.
  COUNTERED: {
    approve: 'ACCEPTED',
    refuse: 'OPEN',
    decline: 'DECLINED',
    supersede: 'SUPERSEDED',
    expire: 'EXPIRED',
  },
  ACCEPTED: {},
  DECLINED: {},
  SUPERSEDED: {},
  EXPIRED: {},
};

/** What the portals may offer in each state, by the name of the permission. */
export const proposalActions: Readonly<Record<ProposalState, readonly string[]>> = {
  COMPUTED: ['vmi.proposal.release'],
  OPEN: ['vmi.proposal.answer'],
  COUNTERED: ['vmi.proposal.review'],
  ACCEPTED: [],
  DECLINED: [],
  SUPERSEDED: [],
  EXPIRED: [],
};

/** Not decided yet: it counts in the position, and the line gets no other. */
export const PENDING_STATES: readonly ProposalState[] = ['COMPUTED', 'OPEN', 'COUNTERED'];
