import type { StatusCategory } from '../sla/sla-clock.calc.ts';

export const PRIORITIES = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;
export const CATEGORIES = ['OPEN', 'PAUSED', 'RESOLVED', 'CLOSED', 'MERGED'] as const;

const working = [
  'service.ticket.reply',
  'service.ticket.note',
  'service.ticket.set_status',
  'service.ticket.resolve',
  'service.ticket.assign',
  'service.ticket.prioritise',
  'service.ticket.merge',
  'service.ticket.split',
  'service.ticket.write',
];

/** What the portals may offer in each category of status, by the name of the permission. */
export const ticketActions: Readonly<Record<StatusCategory, readonly string[]>> = {
  OPEN: working,
  PAUSED: working,
  RESOLVED: [
    'service.ticket.reply',
    'service.ticket.note',
    'service.ticket.reopen',
    'service.ticket.close',
    'service.ticket.merge',
    'service.ticket.write',
    'service.ticket.rate',
  ],
  CLOSED: ['service.ticket.note', 'service.ticket.reopen', 'service.ticket.write', 'service.ticket.rate'],
  MERGED: ['service.ticket.unmerge'],
};

/** Statuses that only an act of their own gives. */
export const BY_ACT_ONLY: readonly string[] = ['NEW', 'RESOLVED', 'CLOSED', 'MERGED'];
/** Statuses that acts give or fall back on, so that they cannot be switched off. */
export const ALWAYS_THERE: readonly string[] = [...BY_ACT_ONLY, 'OPEN', 'PENDING_CUSTOMER'];
