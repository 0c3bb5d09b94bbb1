import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { StaleObject } from '../../../platform/graphql/errors.ts';
import { OrderIncomplete, StatusBuiltIn, StatusCategoryKept, StatusRefused } from '../service.errors.ts';
import { ALWAYS_THERE } from '../ticket/ticket.state.ts';

export interface StatusDraft {
  readonly code: string;
  readonly category: string;
  readonly nameEn: string;
  readonly nameZh: string;
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
  /** @throws StatusRefused, StatusBuiltIn, StatusCategoryKept, StaleObject */
  async save(work: Work, draft: StatusDraft): Promise<void> {
    const { code, category, nameEn, nameZh, isActive } = draft;
    if (!/^[A-Z][A-Z0-9_]{1,40}$/.test(code)) throw new StatusRefused({}, ['input', 'code']);
    if (nameEn.trim() === '' || nameEn.length > 100 || nameZh.length > 100)
      throw new StatusRefused({}, ['input', 'nameEn']);
    const { rows } = await sql<Kept>`
      select category, version from service_status where code = ${code} for update`.execute(work.sql);
    refuseStale(draft, rows[0] ?? null);
    refuseUnfit(draft, rows[0] ?? null);
    await sql`
      insert into service_status as s (code, category, name_en, name_zh, place, is_active)
      values (${code}, ${category}, ${nameEn}, ${nameZh}, (select max(place) + 1 from service_status), ${isActive})
      on conflict (code) do update set name_en = excluded.name_en, name_zh = excluded.name_zh,
        is_active = excluded.is_active, version = s.version + 1`.execute(work.sql);
  }

  /** Puts all statuses into this order. @throws OrderIncomplete where one is missing, or was added meanwhile. */
  async order(work: Work, codes: readonly string[]): Promise<void> {
    const { rows } = await sql<{ code: string }>`select code from service_status order by code for update`.execute(
      work.sql,
    );
    const isWhole =
      [...codes].toSorted().join() ===
      rows
        .map(({ code }) => code)
        .toSorted()
        .join();
    if (!isWhole) throw new OrderIncomplete({}, ['input', 'codes']);
    await sql`
      update service_status s set place = n.place from unnest(${[...codes]}::text[]) with ordinality n(code, place)
      where s.code = n.code and s.place <> n.place`.execute(work.sql);
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
