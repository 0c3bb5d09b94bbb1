import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { CapacityRefused } from '../service.errors.ts';
import { skillsOf } from './agent-skills.service.ts';

const MOST_CAPACITY = 500;

export interface AgentDraft {
  readonly personId: string;
  readonly queueIds: readonly string[];
  readonly skills: readonly string[];
  readonly capacity: number;
  readonly isAvailable: boolean;
  /** The version that was read; null for somebody who is no agent yet. */
  readonly expectedVersion: number | null;
}

/** Who works at the desk: where, with what knowledge, and how much at once. */
export class Agents {
  /** @throws NotFound, StaleObject, CapacityRefused, SkillsRefused */
  async save(work: Work, draft: AgentDraft): Promise<string> {
    const { personId, capacity, isAvailable } = draft;
    const [queueIds, skills] = [[...new Set(draft.queueIds)], skillsOf(draft.skills, 'skills')];
    if (!Number.isInteger(capacity) || capacity < 1 || capacity > MOST_CAPACITY)
      throw new CapacityRefused({ most: MOST_CAPACITY }, ['input', 'capacity']);
    await this.demandKnown(work, personId, queueIds);
    const { rows } = await sql<{ id: string }>`
      insert into service_agent as a (id, person_id, queue_ids, skills, capacity, is_available)
      values (${newId()}, ${personId}, ${queueIds}::uuid[], ${skills}::text[], ${capacity}, ${isAvailable})
      on conflict (person_id) do update set queue_ids = excluded.queue_ids, skills = excluded.skills,
        capacity = excluded.capacity, is_available = excluded.is_available, version = a.version + 1
      where a.version = ${draft.expectedVersion}::integer returning id`.execute(work.sql);
    const [saved] = rows;
    if (!saved) throw new StaleObject({}, ['input', 'expectedVersion'], await this.current(work, personId));
    return saved.id;
  }

  private async demandKnown(work: Work, personId: string, queueIds: readonly string[]): Promise<void> {
    const { rows } = await sql<{ isOurs: boolean; queues: number }>`
      select exists (select from identity_membership m
          where m.person_id = ${personId} and m.audience = 'STAFF' and m.is_active) as "isOurs",
        (select count(*)::int from service_queue where id = any(${[...queueIds]}::uuid[])) as queues`.execute(work.sql);
    if (!rows[0]?.isOurs) throw new NotFound({}, ['input', 'personId']);
    if (rows[0].queues !== queueIds.length) throw new NotFound({}, ['input', 'queueIds']);
  }

  private async current(work: Work, personId: string): Promise<{ currentVersion: number }> {
    const { rows } = await sql<{ version: number }>`
      select version from service_agent where person_id = ${personId}`.execute(work.sql);
    return { currentVersion: rows[0]?.version ?? 0 };
  }
}

export const agents = new Agents();
