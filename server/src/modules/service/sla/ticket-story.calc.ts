import { WorkingCalendar, type WorkingWeek } from '../../../kernel/calendar.ts';
import type { WorkingInterval } from '../../../kernel/working-hours.ts';
import {
  replay,
  type Clocks,
  type Priority,
  type SlaEvent,
  type StatusCategory,
  type Targets,
} from './sla-clock.calc.ts';

export type EventKind = SlaEvent['kind'] | 'ASSIGNED' | 'MERGED' | 'UNMERGED' | 'SPLIT' | 'BREACHED' | 'LINKED';

/** What a ticket's clocks are replayed from; without a calendar, office hours in UTC. */
export interface Story {
  readonly targets: Targets;
  readonly timeZone: string | null;
  readonly week: WorkingWeek | null;
  readonly overrides: Readonly<Record<string, readonly WorkingInterval[]>> | null;
  readonly events: readonly { kind: EventKind; at: string; data: Readonly<Record<string, unknown>> }[];
}

const OFFICE = [{ from: '09:00', to: '17:00' }];
const OFFICE_WEEK: WorkingWeek = { 1: OFFICE, 2: OFFICE, 3: OFFICE, 4: OFFICE, 5: OFFICE };

/** The clocks at a moment, as the whole story says. */
export const clocksOf = (story: Story, now: Date): Clocks =>
  replay(calendarOf(story), story.targets, slaEvents(story), now);

const calendarOf = ({ timeZone, week, overrides }: Story): WorkingCalendar =>
  new WorkingCalendar(
    timeZone && week ? { zone: timeZone, week, overrides: overrides ?? {} } : { zone: 'UTC', week: OFFICE_WEEK },
  );

function slaEvents({ events }: Story): SlaEvent[] {
  return events.flatMap(({ kind, at, data }): SlaEvent[] => {
    const when = new Date(at);
    switch (kind) {
      case 'CREATED':
      case 'PRIORITY':
        return [{ kind, at: when, priority: data['priority'] as Priority }];
      case 'STATUS':
        return [{ kind, at: when, category: data['category'] as StatusCategory }];
      case 'REPLIED':
        return [{ kind, at: when }];
      case 'POLICY':
        return [{ kind, at: when, targets: data['targets'] as Targets }];
      default:
        return [];
    }
  });
}
