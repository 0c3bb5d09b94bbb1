import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { StaleObject } from '../../../platform/graphql/errors.ts';
import { StatusBuiltIn, StatusCategoryKept, StatusRefused } from '../service.errors.ts';
import { ALWAYS_THERE } from '../ticket/ticket.state.ts';
import { demandNames, lastPlace, type Names } from './setup-rows.service.ts';

export interface StatusDraft extends Names {
  readonly category: string;
  readonly isActive: boolean;
  /** The version that was read; null for a new status. */
  readonly expectedVersion: number | null;
}

interface Kept {
  readonly category: string;
  readonly version: number;
}

/** The statuses of the company: what they are called, in which order, and which are in use. */
export class StatusSetup {
  /** @throws NamesRefused, StatusRefused, StatusBuiltIn, StatusCategoryKept, StaleObject */
  async save(work: Work, draft: StatusDraft): Promise<void> {
    const { code, category, nameEn, nameZh, isActive } = draft;
    demandNames(draft);
    const { rows } = await sql<Kept>`
      select category, version from service_status where code = ${code} for update`.execute(work.sql);
    refuseStale(draft, rows[0] ?? null);
    refuseUnfit(draft, rows[0] ?? null);
    await sql`
      insert into service_status as s (code, category, name_en, name_zh, place, is_active)
      values (${code}, ${category}, ${nameEn}, ${nameZh}, ${await lastPlace(work, 'service_status')}, ${isActive})
      on conflict (code) do update set name_en = excluded.name_en, name_zh = excluded.name_zh,
        is_active = excluded.is_active, version = s.version + 1`.execute(work.sql);
  }
}

function refuseStale({ expectedVersion }: StatusDraft, kept: Kept | null): void {
  const currentVersion = kept?.version ?? null;
  if (currentVersion !== expectedVersion)
    throw new StaleObject({}, ['input', 'expectedVersion'], { currentVersion: currentVersion ?? 0 });
}

function refuseUnfit(draft: StatusDraft, kept: Kept | null): void {
  if (!kept && !['OPEN', 'PAUSED'].includes(draft.category)) throw new StatusRefused({}, ['input', 'category']);
  // The clocks of the tickets that have it were replayed by its category.
  if (kept && kept.category !== draft.category) throw new StatusCategoryKept({}, ['input', 'category']);
  if (!draft.isActive && ALWAYS_THERE.includes(draft.code)) throw new StatusBuiltIn({}, ['input', 'isActive']);
}

export const statusSetup = new StatusSetup();
