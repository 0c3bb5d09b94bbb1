import { answerProposal } from './answer-proposal.write.ts';
import { recordMovement } from './movement.write.ts';
import { placeOrder } from './place-order.write.ts';
import type { Write } from './statement.ts';

/** Writes of the limit, by the name of the operation. */
export const writes: Readonly<Record<string, Write>> = { recordMovement, placeOrder, answerProposal };
