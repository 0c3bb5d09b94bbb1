import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { siteLocations } from '../../catalog/site/site-locations.service.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import { CountIsClosed, NegativeCount, NothingToCount } from '../inventory.errors.ts';
import { stockLedger, type MoveInput } from '../ledger/stock-ledger.service.ts';
import type { StockStatus } from '../ledger/stock-status.types.ts';
import { Count } from './count.entity.ts';

/** What to count: everything at the site, or only these locations or items. */
export interface CountScope {
  readonly siteId: string;
  readonly locationIds?: readonly string[] | null;
  readonly itemIds?: readonly string[] | null;
  readonly note?: string;
}

/** What was found on a line of the count. */
export interface Counted {
  readonly lineId: string;
  readonly counted: Decimal;
}

/** What was found where the count has no line. */
export interface Found {
  readonly itemId: string;
  readonly locationId: string;
  readonly ownerId: string;
  readonly status: `${StockStatus}`;
  readonly lot: string;
  readonly counted: Decimal;
}

interface Difference {
  id: string;
  item_id: string;
  location_id: string;
  owner_id: string;
  status: `${StockStatus}`;
  lot: string;
  difference: string;
}

/** Counts what is physically there and books the difference to what the ledger said at that moment. */
export class StockCounts {
  /** Opens a count with a line for every balance in scope. @throws NothingToCount */
  async open(work: Work, { siteId, locationIds, itemIds, note = '' }: CountScope): Promise<string> {
    if (!(await work.em.findOne(Site, siteId))) throw new NotFound({}, ['input', 'siteId']);
    const { rows } = await sql<{ number: string }>`
      select app_document_number('CNT', nextval('inventory_count_number')) as number`.execute(work.sql);
    const openedAt = work.clock.now();
    const count = Object.assign(new Count(), { number: rows[0]?.number, siteId, note, openedAt });
    work.em.persist(count);
    await work.em.flush();
    const { numAffectedRows } = await sql`
      insert into inventory_count_line (id, count_id, item_id, location_id, owner_id, status, lot, expected)
      select gen_random_uuid(), ${count.id}, b.item_id, b.location_id, b.owner_id, b.status, b.lot, b.on_hand
      from inventory_stock_balance b
      where b.site_id = ${siteId}
        and (${locationIds ?? null}::uuid[] is null or b.location_id = any(${locationIds ?? null}::uuid[]))
        and (${itemIds ?? null}::uuid[] is null or b.item_id = any(${itemIds ?? null}::uuid[]))`.execute(work.sql);
    if (!numAffectedRows) throw new NothingToCount({}, ['input']);
    return count.id;
  }

  /** Notes what was found, and what the ledger says at this moment. @throws CountIsClosed, NegativeCount */
  async record(work: Work, countId: string, counted: readonly Counted[], found: readonly Found[] = []): Promise<void> {
    const count = await this.opened(work, countId);
    if ([...counted, ...found].some((line) => line.counted.lt(0))) throw new NegativeCount({}, ['input', 'lines']);
    const { numAffectedRows } = await sql`
      update inventory_count_line l set counted = c.counted, expected = coalesce((
        select b.on_hand from inventory_stock_balance b
        where (b.item_id, b.location_id, b.owner_id, b.status, b.lot) = (l.item_id, l.location_id, l.owner_id, l.status, l.lot)), 0)
      from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as c("lineId" uuid, counted numeric(18, 6))
      where l.id = c."lineId" and l.count_id = ${countId}`.execute(work.sql);
    if (numAffectedRows !== BigInt(new Set(counted.map(({ lineId }) => lineId)).size))
      throw new NotFound({}, ['input', 'lines']);
    await this.add(work, count, found);
  }

  /** Books every difference by a move, all together. Lines that nobody counted stay as they are. @throws InsufficientStock */
  async post(work: Work, countId: string, expectedVersion: number): Promise<void> {
    const count = await this.opened(work, countId, expectedVersion);
    const { rows } = await sql<Difference>`
      select id, item_id, location_id, owner_id, status, lot, (counted - expected)::text as difference
      from inventory_count_line where count_id = ${countId} and counted <> expected
      order by id`.execute(work.sql);
    if (rows.length > 0) await this.book(work, count, rows);
    count.state = 'POSTED';
    count.postedAt = work.clock.now();
  }

  async cancel(work: Work, countId: string, expectedVersion: number): Promise<void> {
    const count = await this.opened(work, countId, expectedVersion);
    count.state = 'CANCELLED';
  }

  private async opened(work: Work, countId: string, expectedVersion?: number): Promise<Count> {
    const count = await work.em.findOne(Count, countId, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!count) throw new NotFound({}, ['input', 'countId']);
    if (count.state !== 'OPEN') throw new CountIsClosed({}, ['input', 'countId']);
    if (expectedVersion !== undefined && count.version !== expectedVersion)
      throw new StaleObject({}, ['input', 'expectedVersion']);
    return count;
  }

  private async add(work: Work, count: Count, found: readonly Found[]): Promise<void> {
    if (found.length === 0) return;
    const rows = found.map((line) => ({ ...line, id: newId() }));
    const { numAffectedRows } = await sql`
      insert into inventory_count_line (id, count_id, item_id, location_id, owner_id, status, lot, expected, counted)
      select f.id, ${count.id}, i.id, l.id, o.id, f.status, f.lot, coalesce(b.on_hand, 0), f.counted
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(id uuid, "itemId" uuid, "locationId" uuid, "ownerId" uuid,
        status text, lot text, counted numeric(18, 6))
      join catalog_item i on i.id = f."itemId"
      join catalog_location l on l.id = f."locationId" and l.site_id = ${count.siteId} and l.kind in ('STORAGE', 'RECEIVING', 'QUARANTINE')
      join identity_organisation o on o.id = f."ownerId"
      left join inventory_stock_balance b on (b.item_id, b.location_id, b.owner_id, b.status, b.lot) = (i.id, l.id, o.id, f.status, f.lot)
      on conflict (count_id, item_id, location_id, owner_id, status, lot)
      do update set counted = excluded.counted, expected = excluded.expected`.execute(work.sql);
    if (numAffectedRows !== BigInt(found.length)) throw new NotFound({}, ['input', 'found']);
  }

  private async book(work: Work, count: Count, lines: readonly Difference[]): Promise<void> {
    const away = await siteLocations.find(work, count.siteId, 'ADJUSTMENT');
    const posted = await stockLedger.post(
      work,
      lines.map((line) => countMove(count, line, away)),
    );
    const moves = lines.map(({ id }, index) => ({ id, move_id: posted[index]?.id }));
    await sql`
      update inventory_count_line l set move_id = m.move_id
      from jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as m(id uuid, move_id uuid) where l.id = m.id`.execute(
      work.sql,
    );
  }
}

function countMove(count: Count, line: Difference, away: string): MoveInput {
  const difference = new Decimal(line.difference);
  const here = { locationId: line.location_id, ownerId: line.owner_id, status: line.status };
  const there = { ...here, locationId: away };
  return {
    itemId: line.item_id,
    from: difference.gt(0) ? there : here,
    to: difference.gt(0) ? here : there,
    quantity: difference.abs(),
    reason: 'COUNT',
    lot: line.lot,
    documentType: 'StockCount',
    documentId: count.id,
    note: count.number,
  };
}

export const stockCounts = new StockCounts();
