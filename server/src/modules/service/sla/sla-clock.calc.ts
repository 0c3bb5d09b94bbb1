import type { WorkingCalendar } from '../../../kernel/calendar.ts';

export type Priority = 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT';
export type StatusCategory = 'OPEN' | 'PAUSED' | 'RESOLVED' | 'CLOSED' | 'MERGED';

/** How soon we answer and solve, in business minutes. */
export interface Target {
  readonly response: number;
  readonly resolution: number;
}
export type Targets = Readonly<Record<Priority, Target>>;

/** What moves the clocks of a ticket, in the order in which it happened. */
export type SlaEvent =
  | { readonly kind: 'CREATED'; readonly at: Date; readonly priority: Priority }
  | { readonly kind: 'STATUS'; readonly at: Date; readonly category: StatusCategory }
  | { readonly kind: 'PRIORITY'; readonly at: Date; readonly priority: Priority }
  /** A person of ours wrote to the other side. Notes, machines and changes of status are no answer. */
  | { readonly kind: 'REPLIED'; readonly at: Date }
  | { readonly kind: 'POLICY'; readonly at: Date; readonly targets: Targets };

/** How the clocks stand. */
export interface Clocks {
  readonly responseDueAt: Date;
  readonly respondedAt: Date | null;
  /** Business minutes until the first answer, without those spent waiting for the other side. */
  readonly responseMinutes: number | null;
  readonly responseBreachedAt: Date | null;
  /** Null while nothing runs: the ticket waits for the other side, or is done. */
  readonly resolutionDueAt: Date | null;
  readonly resolvedAt: Date | null;
  /** Business minutes spent waiting for the other side, or done before it was opened again. */
  readonly holdMinutes: number;
  /** Business minutes from creation to resolution without the hold; null until it is resolved. */
  readonly netMinutes: number | null;
  readonly resolutionBreachedAt: Date | null;
}

interface Running {
  readonly createdAt: Date;
  priority: Priority;
  targets: Targets;
  category: StatusCategory;
  /** Since when the clock stands still. */
  heldSince: Date | null;
  hold: number;
  respondedAt: Date | null;
  responseMinutes: number | null;
  responseBreachedAt: Date | null;
  resolvedAt: Date | null;
  netMinutes: number | null;
  resolutionBreachedAt: Date | null;
}

const isHeld = (category: StatusCategory): boolean => category !== 'OPEN';

/**
 * The clocks of a ticket from its events, judged up to `now`; the same events give the same clocks.
 *     due  = addBusiness(created, target + hold)
 *     hold = business minutes in which the ticket waited for the other side
 * A change of priority or policy changes the target and keeps the hold. A breach is judged at every event, and stays.
 */
export function replay(calendar: WorkingCalendar, targets: Targets, events: readonly SlaEvent[], now: Date): Clocks {
  const [first, ...rest] = events;
  if (first?.kind !== 'CREATED') throw new Error('The story of a ticket begins with its creation');
  const clock = begin(first.at, first.priority, targets);
  for (const event of rest) {
    judge(calendar, clock, event.at);
    apply(calendar, clock, event);
  }
  judge(calendar, clock, now);
  return read(calendar, clock);
}

const begin = (createdAt: Date, priority: Priority, targets: Targets): Running => ({
  createdAt,
  priority,
  targets,
  category: 'OPEN',
  heldSince: null,
  hold: 0,
  respondedAt: null,
  responseMinutes: null,
  responseBreachedAt: null,
  resolvedAt: null,
  netMinutes: null,
  resolutionBreachedAt: null,
});

function apply(calendar: WorkingCalendar, clock: Running, event: SlaEvent): void {
  switch (event.kind) {
    case 'CREATED':
      throw new Error('A ticket is created once');
    case 'PRIORITY':
      clock.priority = event.priority;
      break;
    case 'POLICY':
      clock.targets = event.targets;
      break;
    case 'REPLIED':
      if (clock.respondedAt) break;
      clock.respondedAt = event.at;
      clock.responseMinutes = minutesUsed(calendar, clock, event.at);
      break;
    case 'STATUS':
      turn(calendar, clock, event.category, event.at);
  }
}

/** Stops the clock, or starts it again and adds what it stood still to the hold. */
function turn(calendar: WorkingCalendar, clock: Running, category: StatusCategory, at: Date): void {
  const isDone = category === 'RESOLVED' || (category === 'CLOSED' && clock.resolvedAt === null);
  if (isDone && clock.category !== 'RESOLVED') {
    clock.netMinutes = minutesUsed(calendar, clock, at);
    clock.resolvedAt = at;
  }
  if (isHeld(category)) clock.heldSince ??= at;
  else if (clock.heldSince) {
    clock.hold += calendar.businessMinutesBetween(clock.heldSince, at);
    clock.heldSince = null;
    clock.resolvedAt = null;
    clock.netMinutes = null;
  }
  clock.category = category;
}

const holdUntil = (calendar: WorkingCalendar, { hold, heldSince }: Running, at: Date): number =>
  hold + (heldSince ? calendar.businessMinutesBetween(heldSince, at) : 0);

const minutesUsed = (calendar: WorkingCalendar, clock: Running, at: Date): number =>
  calendar.businessMinutesBetween(clock.createdAt, at) - holdUntil(calendar, clock, at);

const dueAt = (calendar: WorkingCalendar, clock: Running, of: keyof Target): Date =>
  calendar.addBusinessMinutes(clock.createdAt, clock.targets[clock.priority][of] + clock.hold);

/** Notes what is late at this moment. While the clock stands still nothing becomes late. */
function judge(calendar: WorkingCalendar, clock: Running, at: Date): void {
  if (clock.heldSince) return;
  const [response, resolution] = [dueAt(calendar, clock, 'response'), dueAt(calendar, clock, 'resolution')];
  if (!clock.respondedAt && at > response) clock.responseBreachedAt ??= response;
  if (at > resolution) clock.resolutionBreachedAt ??= resolution;
}

function read(calendar: WorkingCalendar, clock: Running): Clocks {
  return {
    responseDueAt: dueAt(calendar, clock, 'response'),
    respondedAt: clock.respondedAt,
    responseMinutes: clock.responseMinutes,
    responseBreachedAt: clock.responseBreachedAt,
    resolutionDueAt: clock.heldSince ? null : dueAt(calendar, clock, 'resolution'),
    resolvedAt: clock.resolvedAt,
    holdMinutes: clock.hold,
    netMinutes: clock.netMinutes,
    resolutionBreachedAt: clock.resolutionBreachedAt,
  };
}

/** What is due next: the first answer while it is owed, else the solution; null while nothing runs. */
export const nextDueAt = ({ responseDueAt, respondedAt, resolutionDueAt }: Clocks): Date | null =>
  resolutionDueAt === null
    ? null
    : respondedAt === null && responseDueAt < resolutionDueAt
      ? responseDueAt
      : resolutionDueAt;
