import type { Work } from '../../../platform/db/work.ts';
import { OrderAnswer } from './order-answer.entity.ts';

/** An answer that waits for the buyer counts no longer once the order was changed, ended or answered again. */
export async function supersedePending(work: Work, orderId: string): Promise<void> {
  const pending = await work.em.find(OrderAnswer, { orderId, state: 'PENDING_REVIEW' });
  for (const answer of pending) answer.state = 'SUPERSEDED';
  // Only one may wait at a time, so the old one makes way before the new one comes.
  if (pending.length > 0) await work.em.flush();
}
