import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/** What changed since the last run. */
export interface Changes {
  /** A structure changed: levels may be other ones, so everything is planned anew. */
  readonly isStructural: boolean;
  /** Pairs of item and site (null: every site), as JSON. */
  readonly marks: string;
}

/** Items whose plan may not be what a run would make of it now. Marks are only added, until a run takes them. */
class ChangedItems {
  /** Of some sites, or of all. */
  async mark(work: Work, itemIds: readonly string[], siteIds: readonly string[] | null = null): Promise<void> {
    await sql`
      insert into planning_changed_item (item_id, site_id)
      select i.id, s.id from unnest(${[...itemIds]}::uuid[]) as i(id)
      cross join unnest(${siteIds ? [...siteIds] : [null]}::uuid[]) as s(id)`.execute(work.sql);
  }

  /** Takes all marks that are there; those made meanwhile stay for the next run. */
  async take(work: Work): Promise<Changes> {
    const { rows } = await sql<Changes>`
      with taken as (delete from planning_changed_item returning item_id, site_id, is_structural)
      select coalesce(bool_or(is_structural), false) as "isStructural",
        case when bool_or(is_structural) then '[]' else coalesce(json_agg(distinct jsonb_build_array(item_id, site_id)), '[]')::text end as marks
      from taken`.execute(work.sql);
    return rows[0] ?? { isStructural: false, marks: '[]' };
  }
}

export const changedItems = new ChangedItems();
