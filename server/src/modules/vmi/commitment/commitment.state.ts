export const COMMITMENT_STATES = ['COMMITTED', 'PARTLY_SHIPPED', 'SHIPPED', 'SHORT_CLOSED', 'CANCELLED'] as const;
export type CommitmentState = (typeof COMMITMENT_STATES)[number];

export type CommitmentAct = 'ship' | 'finish' | 'unship' | 'shortClose' | 'cancel';

/** What may happen to a commitment in each state, and where it leads. An act that is not named is refused. */
export const commitmentTransitions: Readonly<Record<CommitmentState, Partial<Record<CommitmentAct, CommitmentState>>>> =
  {
    COMMITTED: {
      ship: 'PARTLY_SHIPPED',
      finish: 'SHIPPED',
      shortClose: 'SHORT_CLOSED',
      cancel: 'CANCELLED',
    },
    // A cancelled notice takes its shipment back.
    PARTLY_SHIPPED: {
      ship: 'PARTLY_SHIPPED',
      finish: 'SHIPPED',
      unship: 'COMMITTED',
      shortClose: 'SHORT_CLOSED',
    },
    SHIPPED: { finish: 'SHIPPED', ship: 'PARTLY_SHIPPED', unship: 'COMMITTED' },
    SHORT_CLOSED: {},
    CANCELLED: {},
  };

/** What the portals may offer, by the name of the permission; ASKED: a request to cancel waits for the reader. */
export const commitmentActions: Readonly<Record<string, readonly string[]>> = {
  COMMITTED: ['vmi.commitment.cancel'],
  ASKED: ['vmi.commitment.agree'],
};
