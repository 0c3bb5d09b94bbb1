import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { SeveralSites, UnknownSku } from '../planning.errors.ts';
import { recordOf, type RecordBucket, type RecordHead } from './record.calc.ts';
import { readHead, readRows, type RecordKey } from './record-rows.reads.ts';

/** The MRP record of an item as people read it. */
export interface MrpRecord extends RecordHead {
  readonly buckets: readonly RecordBucket[];
}

/** Reads the records of items, from the plan and from what it was made of. */
class MrpRecords {
  /** Null where the item is not planned at the site. */
  async read(work: Work, key: RecordKey): Promise<MrpRecord | null> {
    const head = await readHead(work, key);
    return head && { ...head, buckets: recordOf(head, await readRows(work, key)) };
  }

  /** Where an item is planned, by the numbers people know. @throws UnknownSku, SeveralSites */
  async find(work: Work, sku: string, siteCode: string | null): Promise<RecordKey> {
    const { rows } = await sql<{ itemId: string; siteId: string; code: string }>`
      select p.item_id as "itemId", p.site_id as "siteId", s.code
      from planning_item p join catalog_item i on i.id = p.item_id join catalog_site s on s.id = p.site_id
      where i.sku = ${sku} and (${siteCode}::text is null or s.code = ${siteCode}) order by s.code`.execute(work.sql);
    const [found, another] = rows;
    if (!found) throw new UnknownSku({ sku });
    if (another) throw new SeveralSites({ sku, sites: rows.map(({ code }) => code).join(', ') });
    return { itemId: found.itemId, siteId: found.siteId, scenarioId: null };
  }
}

export const mrpRecords = new MrpRecords();
