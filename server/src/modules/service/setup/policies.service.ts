import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { StaleObject } from '../../../platform/graphql/errors.ts';
import { TargetsRefused } from '../service.errors.ts';
import type { Priority, Targets } from '../sla/sla-clock.calc.ts';
import { tellAllOf } from '../sla/many-clocks.service.ts';
import { PRIORITIES } from '../ticket/ticket.state.ts';

export interface PolicyDraft {
  readonly code: string;
  readonly expectedVersion: number;
  readonly name: string;
  readonly calendarId: string | null;
  readonly targets: readonly { priority: Priority; responseMinutes: number; resolutionMinutes: number }[];
  readonly appliesToOpenTickets: boolean;
}

/** What the desk promises. */
export class Policies {
  /** Makes the next version of a policy. @throws StaleObject, TargetsRefused */
  async save(work: Work, draft: PolicyDraft): Promise<string> {
    const targets = targetsOf(draft);
    const { rows } = await sql<{ version: number }>`
      select version from service_policy where code = ${draft.code} and is_current for update`.execute(work.sql);
    const currentVersion = rows[0]?.version ?? 0;
    if (currentVersion !== draft.expectedVersion)
      throw new StaleObject({}, ['input', 'expectedVersion'], { currentVersion });
    await sql`update service_policy set is_current = false where code = ${draft.code} and is_current`.execute(work.sql);
    const id = newId();
    await sql`
      insert into service_policy (id, code, version, name, calendar_id, targets, created_at)
      values (${id}, ${draft.code}, ${draft.expectedVersion + 1}, ${draft.name}, ${draft.calendarId},
        ${JSON.stringify(targets)}::jsonb, ${work.clock.now()})`.execute(work.sql);
    // What was waited stays on hold.
    if (draft.appliesToOpenTickets) await tellAllOf(work, draft.code, { kind: 'POLICY', data: { targets } });
    return id;
  }
}

function targetsOf({ targets }: PolicyDraft): Targets {
  const wrong = (minutes: number) => !Number.isInteger(minutes) || minutes < 1;
  const isRight =
    PRIORITIES.every((priority) => targets.filter((target) => target.priority === priority).length === 1) &&
    targets.every(({ responseMinutes: a, resolutionMinutes: b }) => !wrong(a) && !wrong(b) && a <= b);
  if (!isRight) throw new TargetsRefused({}, ['input', 'targets']);
  return Object.fromEntries(
    targets.map(({ priority, responseMinutes: response, resolutionMinutes: resolution }) => [
      priority,
      { response, resolution },
    ]),
  ) as unknown as Targets;
}

export const policies = new Policies();
