import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { DefaultQueueNeeded } from '../service.errors.ts';
import { demandNames, lastPlace, saveRow, type Names, type RowRead } from './setup-rows.service.ts';

export interface QueueDraft extends Names, RowRead {
  readonly policyCode: string;
  readonly isDefault: boolean;
  readonly isActive: boolean;
  /** Who takes tickets from it; nobody's queues change where it is not said. */
  readonly agentIds: readonly string[] | null;
}

/** Where tickets wait. */
export class Queues {
  /** @throws NamesRefused, DefaultQueueNeeded, NotFound, StaleObject, SetupFull, CodeTaken */
  async save(work: Work, draft: QueueDraft): Promise<string> {
    const { code, nameEn, nameZh, policyCode, isDefault, isActive } = draft;
    demandNames(draft);
    await this.demandUsable(work, draft);
    if (isDefault)
      await sql`
        update service_queue set is_default = false, version = version + 1
        where is_default and id is distinct from ${draft.id}::uuid`.execute(work.sql);
    const place = draft.id === null ? { place: await lastPlace(work, 'service_queue') } : {};
    const id = await saveRow(work, 'service_queue', draft, {
      ...{ code, name_en: nameEn, name_zh: nameZh, policy_code: policyCode },
      ...{ is_default: isDefault, is_active: isActive, ...place },
    });
    if (draft.agentIds) await this.staff(work, id, draft.agentIds);
    return id;
  }

  private async demandUsable(work: Work, { id, policyCode, isDefault, isActive, agentIds }: QueueDraft): Promise<void> {
    const { rows } = await sql<{ hasPolicy: boolean; wasDefault: boolean; agents: number }>`
      select exists (select from service_policy where code = ${policyCode} and is_current) as "hasPolicy",
        exists (select from service_queue where id = ${id}::uuid and is_default) as "wasDefault",
        (select count(*)::int from service_agent where id = any(${[...(agentIds ?? [])]}::uuid[])) as agents`.execute(
      work.sql,
    );
    if (!rows[0]?.hasPolicy) throw new NotFound({}, ['input', 'policyCode']);
    if (rows[0].agents !== new Set(agentIds).size) throw new NotFound({}, ['input', 'agentIds']);
    if (!isDefault && rows[0].wasDefault) throw new DefaultQueueNeeded({}, ['input', 'isDefault']);
    if (isDefault && !isActive) throw new DefaultQueueNeeded({}, ['input', 'isActive']);
  }

  private async staff(work: Work, id: string, agentIds: readonly string[]): Promise<void> {
    await sql`
      update service_agent set version = version + 1, queue_ids = case when ${id}::uuid = any(queue_ids)
        then array_remove(queue_ids, ${id}::uuid) else queue_ids || ${id}::uuid end
      where (id = any(${[...agentIds]}::uuid[])) <> (${id}::uuid = any(queue_ids))`.execute(work.sql);
  }
}

export const queues = new Queues();
