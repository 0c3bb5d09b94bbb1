import { addDays, dateIn, instantAt } from '../../../kernel/calendar-date.ts';

/** What is known about whoever should get a message, at the moment of sending. */
export interface Addressee {
  readonly isActive: boolean;
  readonly email: string | null;
  readonly prefers: string;
  readonly zone: string;
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  /** His last word on mail for this purpose: UNKNOWN, GRANTED, WITHDRAWN or SUPPRESSED. */
  readonly consent: string;
}

/** What is known about the message itself. */
export interface Outgoing {
  readonly purpose: string;
  readonly isPromotional: boolean;
  /** An answer somebody waits for, or a link he has just asked for: not held back at night. */
  readonly isImmediate: boolean;
  /** Fixed address, or null where the contact's own is used. */
  readonly address: string | null;
}

export type Decision =
  | { readonly act: 'SEND'; readonly to: string }
  | { readonly act: 'HOLD'; readonly until: Date }
  | { readonly act: 'STOP'; readonly reason: string };

/** When advertising rests, by the clock of whoever gets it. */
const NIGHT = { from: '21:00', to: '08:00' };

const stop = (reason: string): Decision => ({ act: 'STOP', reason });

/**
 * Whether a message may leave now. What carries out an agreement leaves unless it was refused; advertising only where
 * it was wished for. Messages about the account itself cannot be refused, but nothing is sent to an address that
 * bounced or complained.
 */
export function decide(message: Outgoing, addressee: Addressee | null, now: Date): Decision {
  const to = message.address ?? addressee?.email ?? null;
  if (to === null) return stop('NO_ADDRESS');
  if (!addressee) return message.isPromotional ? stop('CONSENT_MISSING') : { act: 'SEND', to };
  const refusal = refusalOf(message, addressee);
  if (refusal) return stop(refusal);
  const until = quietUntil(message, addressee, now);
  return until ? { act: 'HOLD', until } : { act: 'SEND', to };
}

function refusalOf({ purpose, isPromotional }: Outgoing, { isActive, consent }: Addressee): string | null {
  if (!isActive) return 'CONTACT_INACTIVE';
  if (consent === 'SUPPRESSED') return 'SUPPRESSED';
  if (isPromotional) return consent === 'GRANTED' ? null : 'CONSENT_MISSING';
  return consent === 'WITHDRAWN' && purpose !== 'ACCOUNT' ? 'CHANNEL_REFUSED' : null;
}

/** His own quiet hours hold everything that can wait; the common night holds advertising. */
function quietUntil({ isPromotional, isImmediate }: Outgoing, addressee: Addressee, now: Date): Date | null {
  if (isImmediate && !isPromotional) return null;
  const { quietFrom, quietTo, zone } = addressee;
  if (quietFrom !== null && quietTo !== null) return endOfQuiet(quietFrom, quietTo, zone, now);
  return isPromotional ? endOfQuiet(NIGHT.from, NIGHT.to, zone, now) : null;
}

/** When the quiet that lies over `now` ends, or null where none does. Hours from later to earlier span midnight. */
export function endOfQuiet(from: string, to: string, zone: string, now: Date): Date | null {
  const today = dateIn(zone, now);
  const [begins, ends] = [minutesOf(from), minutesOf(to)];
  const at = (date: string, minutes: number) => instantAt(date, minutes, zone);
  const spans =
    begins < ends
      ? [[at(today, begins), at(today, ends)] as const]
      : [
          [at(addDays(today, -1), begins), at(today, ends)] as const,
          [at(today, begins), at(addDays(today, 1), ends)] as const,
        ];
  return spans.find(([start, end]) => now >= start && now < end)?.[1] ?? null;
}

function minutesOf(wallTime: string): number {
  const [hours = '0', minutes = '0'] = wallTime.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** Minutes until the next attempt after so many failed ones: 1, 2, 4 ... at most six hours. Null: it is given up. */
export function retryAfterMinutes(attempts: number): number | null {
  return attempts >= MOST_ATTEMPTS ? null : Math.min(2 ** (attempts - 1), 360);
}

/** About three days of a mail server being away. */
const MOST_ATTEMPTS = 20;
