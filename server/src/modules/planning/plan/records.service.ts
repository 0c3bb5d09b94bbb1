import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { NotPlanned, SeveralSites, UnknownSku } from '../planning.errors.ts';
import { drawsOf } from './record-draws.calc.ts';
import { pegEnds, pegsOf, type Pegging } from './pegs.calc.ts';
import { countedWithin, horizonOf, recordOf, type RecordBucket, type RecordHead } from './record.calc.ts';
import {
  readManyParts,
  readParts,
  type RecordComponent,
  type RecordKey,
  type RecordParts,
} from './record-rows.reads.ts';

/** The MRP record of an item as people read it. */
export interface MrpRecord extends RecordHead {
  readonly buckets: readonly RecordBucket[];
}

export interface ItemPegging extends Pegging {
  readonly head: RecordHead;
  readonly components: readonly RecordComponent[];
}

/** Reads the records of items, from the plan and from what it was made of. */
class MrpRecords {
  /** Null where the item is not planned at the site. */
  async read(work: Work, key: RecordKey): Promise<MrpRecord | null> {
    const parts = await readParts(work, key);
    return parts && recordIn(parts);
  }

  /** The records of many items, by their keys. */
  async readMany(
    work: Work,
    planningItemIds: readonly string[],
    scenarioId: string | null,
  ): Promise<ReadonlyMap<string, MrpRecord>> {
    const found = await readManyParts(work, planningItemIds, scenarioId);
    return new Map(found.map(({ id, parts }) => [id, recordIn(parts)]));
  }

  /** What serves what, of the same figures as the record. */
  async pegging(work: Work, key: RecordKey): Promise<ItemPegging | null> {
    const parts = await readParts(work, key);
    if (!parts) return null;
    const { head, rows, users, lines, orders, components } = parts;
    const within = countedWithin(head, rows, drawsOf(horizonOf(head), users, lines, orders));
    const { supplies, demands } = pegEnds(head, within);
    return { head, components, ...pegsOf(supplies, demands) };
  }

  /** Where an item is planned, by the numbers people know. @throws UnknownSku, NotPlanned, SeveralSites */
  async find(work: Work, sku: string, siteCode: string | null): Promise<RecordKey> {
    const { rows } = await sql<{ id: string; code: string }>`
      select p.id, s.code
      from planning_item p join catalog_item i on i.id = p.item_id join catalog_site s on s.id = p.site_id
      where i.sku = ${sku} and (${siteCode}::text is null or s.code = ${siteCode}) order by s.code`.execute(work.sql);
    const [found, another] = rows;
    if (!found) throw (await isKnown(work, sku)) ? new NotPlanned({ sku }) : new UnknownSku({ sku });
    if (another) throw new SeveralSites({ sku, sites: rows.map(({ code }) => code).join(', ') });
    return { planningItemId: found.id, scenarioId: null };
  }
}

async function isKnown(work: Work, sku: string): Promise<boolean> {
  const { rows } = await sql`select from catalog_item where sku = ${sku}`.execute(work.sql);
  return rows.length > 0;
}

const recordIn = ({ head, rows, users, lines, orders }: RecordParts): MrpRecord => ({
  ...head,
  buckets: recordOf(head, rows, drawsOf(horizonOf(head), users, lines, orders)),
});

export const mrpRecords = new MrpRecords();
