import type { Context } from './context.ts';
import { asRefusal, toUserError } from './errors.ts';

/**
 * An act of somebody who is not known yet, or not yet for sure: it runs transactions of its own, as the system that
 * lets people in, and the one of the operation stays unopened, since two connections for one request lock each other out
 * when many come at once. An expected refusal becomes `userErrors`; a fault is thrown on.
 */
export async function actApart<P>(context: Context, work: () => Promise<object>): Promise<P> {
  try {
    return { ...(await work()), userErrors: [] } as P;
  } catch (error) {
    const refusal = asRefusal(error);
    if (!refusal) throw error;
    return { userErrors: [toUserError(refusal, context.actor.locale)] } as P;
  }
}
