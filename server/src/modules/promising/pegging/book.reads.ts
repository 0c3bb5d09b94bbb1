import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { demandOf, inSequence } from './demand.reads.ts';
import type { Supply } from './pegging.calc.ts';
import type { SourceKind } from './source-kind.calc.ts';
import { supplyOf } from './supply.reads.ts';

/** An item at a site: what is pegged together. */
export interface Key {
  readonly itemId: string;
  readonly siteId: string;
}
export const keyText = ({ itemId, siteId }: Key): string => `${itemId} ${siteId}`;

/** Supply of a key, with what kind of thing it is. `id` is unique over the kinds. */
export interface SourcedSupply extends Supply {
  readonly kind: SourceKind;
  readonly sourceId: string;
}

/** An open order line, as pegging sees it. Demands of a key are in sequence. */
export interface OpenLine extends Key {
  readonly id: string;
  readonly customerId: string;
  readonly orderId: string;
  readonly promisedOn: CalendarDate | null;
  readonly quantity: Decimal;
  /** Of that, set aside in stock for this very line. */
  readonly allocated: Decimal;
}

/** Supply and demand of some keys. */
export interface Book {
  readonly supplies: ReadonlyMap<string, readonly SourcedSupply[]>;
  readonly lines: ReadonlyMap<string, readonly OpenLine[]>;
}

interface SupplyRow extends Key {
  kind: SourceKind;
  id: string;
  on: string | null;
  quantity: string;
}
interface LineRow extends Key {
  id: string;
  customerId: string;
  orderId: string;
  promisedOn: string | null;
  quantity: string;
  allocated: string;
}

/** Keys as a table `k (item_id, site_id, today)`, to be put in a `with`. */
export const keyTable = (keys: readonly Key[], now: Date) => sql`
  k as materialized (
    select x.item_id, x.site_id, (${now}::timestamptz at time zone s.time_zone)::date as today
    from unnest(${keys.map(({ itemId }) => itemId)}::uuid[], ${keys.map(({ siteId }) => siteId)}::uuid[]) as x(item_id, site_id)
    join catalog_site s on s.id = x.site_id)`;

/** Reads supply and demand of these keys: two statements, whatever their number. */
export async function readBook(work: Work, keys: readonly Key[]): Promise<Book> {
  const k = keyTable(keys, work.clock.now());
  const supplies = await sql<SupplyRow>`
    with ${k} select item_id as "itemId", site_id as "siteId", kind, id, expected_on::text as on, quantity::text as quantity
    from (${supplyOf}) as supply`.execute(work.sql);
  const lines = await sql<LineRow>`
    with ${k} select item_id as "itemId", site_id as "siteId", id, customer_id as "customerId", order_id as "orderId",
      promised_on::text as "promisedOn", quantity::text as quantity, allocated::text as allocated
    from (${demandOf}) as demand order by ${inSequence}`.execute(work.sql);
  return {
    supplies: Map.groupBy(supplies.rows.map(toSupply), keyText),
    lines: Map.groupBy(lines.rows.map(toLine), keyText),
  };
}

const toSupply = ({ itemId, siteId, kind, id, on, quantity }: SupplyRow): SourcedSupply & Key => ({
  itemId,
  siteId,
  kind,
  sourceId: id,
  id: `${kind} ${id}`,
  on,
  quantity: new Decimal(quantity),
});

const toLine = ({ quantity, allocated, ...row }: LineRow): OpenLine => ({
  ...row,
  quantity: new Decimal(quantity),
  allocated: new Decimal(allocated),
});
