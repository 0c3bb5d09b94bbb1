/** What other pages may follow live. A topic wakes them up; they then ask again with their own rights. */
export const TOPICS = [
  'STOCK',
  'AGREEMENT',
  'PROPOSAL',
  'ORDER',
  'NOTICE',
  'RECEIPT',
  'STATEMENT',
  'SALES_ORDER',
  'SHIPMENT',
  'RETURN',
  'INVOICE',
  'ALERT',
  'TASK',
  'INTERACTION',
  'TICKET',
  'ARTICLE',
] as const;
export type Topic = (typeof TOPICS)[number];

/** Something that happened, in the past tense: `purchasing.receipt.posted`. */
export interface DomainEvent {
  readonly name: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** The parties it concerns, beside the company: only they are woken. */
  readonly supplierId?: string | null;
  readonly customerId?: string | null;
  readonly topic?: Topic;
  /** Ids and small facts for subscribers; never a copy of the row. */
  readonly payload?: Record<string, unknown>;
}

/** An event as a subscriber gets it, from the outbox, at least once. */
export interface DeliveredEvent extends Omit<DomainEvent, 'topic'> {
  readonly id: string;
  readonly occurredAt: string;
}
