import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { stockLedger, type MoveInput, type Place } from '../../inventory/ledger/stock-ledger.service.ts';
import type { Typed } from '../csv/typed-rows.ts';
import { stock } from '../templates/party.templates.ts';
import { companyId } from './company.ts';
import { refuseRepeats } from './documents.ts';
import { siteCodes, siteOf, storageOf } from './ground.ts';
import { loader, stillGood } from './loader.ts';
import { resolve } from './references.ts';
import { recordset } from './upsert.ts';

interface StockRow {
  readonly itemId: string;
  readonly place: Required<Place>;
  readonly lot: string;
  readonly wanted: Decimal;
}
/** What the ledger says now, and where differences come from and go to; null where nothing was ever kept. */
interface Known {
  readonly onHand: string | null;
  readonly adjustmentId: string;
}

/** Stock as the file says it is. What the ledger says otherwise is booked as moves; equal stock moves nothing. */
export const stockLoader = loader(stock, async (loading, rows) => {
  const { work } = loading;
  const item = await resolve(loading, rows, 'sku', 'item', (row) => row.sku);
  const site = await siteOf(loading, rows);
  const code = await siteCodes(work, rows.map(site));
  const named = await resolve(loading, rows, 'location', 'location', (row) =>
    row.location ? `${code.get(site(row) ?? '') ?? ''}/${row.location}` : null,
  );
  const storage = await storageOf(work, rows.map(site));
  const location = (row: Typed<typeof stock.columns>) => (row.location ? named(row) : storage.get(site(row) ?? ''));
  const company = await companyId(work);
  const owner = await resolve(loading, rows, 'owner', 'organisation', (row) => row.owner || null);
  const read = (row: Typed<typeof stock.columns>): StockRow => ({
    itemId: item(row) ?? '',
    place: {
      locationId: location(row) ?? '',
      ownerId: (row.owner && owner(row)) || company,
      status: row.status,
    },
    lot: row.lot,
    wanted: new Decimal(row.quantity),
  });
  refuseRepeats(loading, stillGood(loading, rows), 'location', (row) => {
    const { itemId, place, lot } = read(row);
    return [itemId, place.locationId, place.ownerId, place.status, lot];
  });
  const good = stillGood(loading, rows).map(read);
  const known = await lockBalances(work, good);
  const unkept = good.filter((_row, index) => known[index]?.onHand === null);
  await stockLedger.keep(work, unkept);
  const moves = good.flatMap((row, index) => moveOf(row, known[index]));
  await stockLedger.post(work, moves);
  const changed = good.filter((row, index) => isChange(row, known[index])).length;
  return { inserted: unkept.length, updated: changed, unchanged: good.length - unkept.length - changed };
});

const isChange = ({ wanted }: StockRow, known: Known | undefined): boolean =>
  known !== undefined && known.onHand !== null && !wanted.eq(known.onHand);

function moveOf({ itemId, place, lot, wanted }: StockRow, known: Known | undefined): MoveInput[] {
  if (!known) return [];
  const more = wanted.minus(known.onHand ?? '0');
  if (more.isZero()) return [];
  const outside = { ...place, locationId: known.adjustmentId };
  const [from, to] = more.gt(0) ? [outside, place] : [place, outside];
  const reason = known.onHand === null ? 'OPENING' : 'COUNT';
  return [{ itemId, from, to, quantity: more.abs(), lot, reason, documentType: 'Import' }];
}

const COLUMNS = 'n int, item_id uuid, location_id uuid, owner_id uuid, status text, lot text';

async function lockBalances(work: Work, rows: readonly StockRow[]): Promise<Known[]> {
  const staged = rows.map(({ itemId, place, lot }, n) => ({
    n,
    item_id: itemId,
    location_id: place.locationId,
    owner_id: place.ownerId,
    status: place.status,
    lot,
  }));
  const answer = await sql<Known & { n: number }>`
    with x as materialized (select * from jsonb_to_recordset(${JSON.stringify(staged)}::jsonb) as x(${recordset(COLUMNS)})),
    held as materialized (
      select b.* from inventory_stock_balance b join x using (item_id, location_id, owner_id, status, lot)
      order by b.item_id, b.location_id, b.owner_id, b.status, b.lot for update of b)
    select x.n, held.on_hand::text as "onHand",
           (select a.id from catalog_location a where a.site_id = l.site_id and a.kind = 'ADJUSTMENT'
             order by a.code = 'ADJUSTMENT' desc, a.code limit 1) as "adjustmentId"
    from x join catalog_location l on l.id = x.location_id
    left join held using (item_id, location_id, owner_id, status, lot)
    order by x.n`.execute(work.sql);
  return answer.rows;
}
