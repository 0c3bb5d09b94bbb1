import { createHmac, timingSafeEqual } from 'node:crypto';
import { isUuid } from '../../../kernel/id.ts';
import { loadConfig } from '../../../platform/config.ts';
import { PURPOSES, type Purpose } from '../consent/consent.state.ts';

/** Proof that whoever shows it got this mail: which contact, and which purpose he may refuse with it. */
export function unsubscribeToken(contactId: string, purpose: Purpose): string {
  return `${contactId}.${purpose}.${sign(`${contactId}.${purpose}`)}`;
}

/** What a token stands for; null when we did not make it. */
export function readUnsubscribeToken(token: string): { contactId: string; purpose: Purpose } | null {
  const [contactId = '', given = '', signature = ''] = token.split('.');
  const purpose = PURPOSES.find((one) => one === given);
  if (!purpose || !isUuid(contactId)) return null;
  const right = Buffer.from(sign(`${contactId}.${purpose}`));
  const shown = Buffer.from(signature);
  return right.length === shown.length && timingSafeEqual(right, shown) ? { contactId, purpose } : null;
}

const sign = (text: string): string =>
  createHmac('sha256', loadConfig().secret).update(`unsubscribe ${text}`).digest('base64url');
