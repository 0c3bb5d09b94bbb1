import {
  Ban,
  Check,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleX,
  Clock,
  History,
  Pause,
  Pencil,
  Send,
  Truck,
  TriangleAlert,
} from '@lucide/vue';
import type { Component } from 'vue';

export type StatusTone = 'neutral' | 'info' | 'good' | 'warning' | 'danger';

export interface StatusLook {
  readonly tone: StatusTone;
  readonly icon: Component;
}

const draft = { tone: 'neutral', icon: Pencil } as const;
const waiting = { tone: 'warning', icon: Clock } as const;
const underWay = { tone: 'info', icon: Truck } as const;
const done = { tone: 'good', icon: CircleCheck } as const;
const refused = { tone: 'danger', icon: CircleX } as const;
const over = { tone: 'neutral', icon: History } as const;

/** How a state of the trade looks, whatever it is a state of. The same word means the same everywhere. */
export const statusLooks: Readonly<Record<string, StatusLook>> = {
  DRAFT: draft,
  COMPUTED: draft,
  PROPOSED: waiting,
  OPEN: waiting,
  INSPECTING: waiting,
  PENDING: waiting,
  AWAITING_ANSWER: waiting,
  COUNTERED: { tone: 'warning', icon: History },
  SUBMITTED: { tone: 'info', icon: Send },
  RELEASED: { tone: 'info', icon: Send },
  ACCRUED: { tone: 'info', icon: CircleDashed },
  STATEMENT: { tone: 'info', icon: Send },
  SELF_BILLED: { tone: 'info', icon: Send },
  IN_TRANSIT: underWay,
  PARTLY_SHIPPED: underWay,
  SHIPPED: underWay,
  ARRIVED: underWay,
  RECEIVING: underWay,
  COUNTED: underWay,
  PARTLY_RECEIVED: underWay,
  QUEUED: waiting,
  RUNNING: underWay,
  AWAITING_CUSTOMER_APPROVAL: waiting,
  ON_HOLD: { tone: 'warning', icon: Pause },
  NONE: { tone: 'neutral', icon: CircleDashed },
  PARTLY_DELIVERED: underWay,
  DELIVERED: done,
  PROMISED: { tone: 'info', icon: Check },
  ALLOCATED: { tone: 'info', icon: Check },
  PICKED: underWay,
  PLANNED: draft,
  PACKED: underWay,
  DISPATCHED: underWay,
  EXCEPTION: { tone: 'danger', icon: TriangleAlert },
  RETURNED: over,
  REQUESTED: waiting,
  APPROVED: { tone: 'info', icon: Check },
  INSPECTED: underWay,
  RESOLVED: done,
  ISSUED: { tone: 'info', icon: Send },
  PARTLY_PAID: underWay,
  CREDITED: over,
  ACTIVE: done,
  ACCEPTED: done,
  COMMITTED: { tone: 'good', icon: Check },
  CONFIRMED: { tone: 'good', icon: Check },
  RECEIVED: done,
  PUT_AWAY: done,
  AGREED: done,
  PAID: done,
  CLOSED: done,
  DONE: done,
  SUSPENDED: { tone: 'warning', icon: Pause },
  RECEIVED_WITH_DISCREPANCY: { tone: 'warning', icon: TriangleAlert },
  DISPUTED: { tone: 'danger', icon: CircleAlert },
  QUARANTINED: { tone: 'warning', icon: TriangleAlert },
  DECLINED: refused,
  REJECTED: refused,
  FAILED: refused,
  TERMINATED: { tone: 'danger', icon: Ban },
  CANCELLED: { tone: 'neutral', icon: Ban },
  SHORT_CLOSED: { tone: 'neutral', icon: Ban },
  EXPIRED: over,
  SUPERSEDED: over,
  OUT_OF_STOCK: { tone: 'danger', icon: CircleX },
  BELOW_MIN: { tone: 'warning', icon: TriangleAlert },
  ON_TRACK: done,
  ABOVE_MAX: { tone: 'info', icon: CircleAlert },
  NO_DATA: { tone: 'neutral', icon: CircleDashed },
  OVERDUE: { tone: 'danger', icon: CircleAlert },
  PAUSED: { tone: 'warning', icon: Pause },
  MERGED: over,
  REVIEW: waiting,
  PUBLISHED: done,
  ARCHIVED: over,
  AT_RISK: { tone: 'warning', icon: TriangleAlert },
};

export const unknownLook: StatusLook = { tone: 'neutral', icon: CircleDashed };
