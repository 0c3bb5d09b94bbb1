import { createHmac, timingSafeEqual } from 'node:crypto';
import { loadConfig } from '../../../platform/config.ts';

/** `[TK-000123 abcdefgh]`: stands in the subject of our mails, for answers that lost every other trace. */
export const ticketToken = (number: string): string => `[${number} ${proofOf(number)}]`;

export function isTicketToken(number: string, proof: string): boolean {
  const [right, shown] = [Buffer.from(proofOf(number)), Buffer.from(proof)];
  return right.length === shown.length && timingSafeEqual(right, shown);
}

const proofOf = (number: string): string =>
  createHmac('sha256', loadConfig().secret).update(`ticket ${number}`).digest('base64url').slice(0, 8);
