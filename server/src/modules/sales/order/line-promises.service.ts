import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { promiseSource, type PromiseCause, type PromiseKind } from '../promise.port.ts';
import { linesChanged, linesEstimated } from '../sales.events.ts';
import { lockSalesLine } from './order-lock.service.ts';
import { SalesOrderLine } from './sales-order-line.entity.ts';
import type { SalesOrder } from './sales-order.entity.ts';

/** A day for one line: what is promised, or what is expected. Null takes an expectation back. */
export interface PromiseChange {
  readonly lineId: string;
  readonly kind: PromiseKind;
  readonly on: string | null;
  readonly cause: PromiseCause;
  /** For the staff alone: may name suppliers and documents. */
  readonly note?: string;
  readonly about?: { readonly type: string; readonly id: string } | null;
}

interface Written {
  id: string;
  order_id: string;
  customer_id: string;
  item_id: string;
  site_id: string;
  /** Whether a promise was made, and not only a day estimated. */
  isPromised: boolean;
}

/** Promises days for lines. Every promise is kept with its cause; what was asked for and promised first stays. */
export class LinePromises {
  /**
   * Writes the changes that are changes, set-based, and tells each order's once; gives the ids of the lines that changed.
   * For the company: staff, and the system that follows supply.
   */
  async write(work: Work, changes: readonly PromiseChange[]): Promise<string[]> {
    await work.em.flush();
    // A statement that does not name the promised day spares the database the guards of that day.
    const promised = changes.some(({ kind }) => kind === 'CONFIRMED')
      ? sql`confirmed_on = coalesce(t.confirmed_on, l.confirmed_on),`
      : sql``;
    const rows = changes.map((change) => ({ id: newId(), note: '', ...change }));
    const { rows: written } = await sql<Written>`
      with wanted as (
        select w.*, l.order_id, l.customer_id, l.item_id, l.site_id,
               case w.kind when 'CONFIRMED' then l.confirmed_on else l.estimated_on end as previous_on
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as w(id uuid, "lineId" uuid, kind text, "on" date, cause text, note text, about jsonb)
        join sales_order_line l on l.id = w."lineId"
        where l.open_quantity > 0 and (w.kind = 'ESTIMATED' or w."on" is not null)
          and (case w.kind when 'CONFIRMED' then l.confirmed_on else l.estimated_on end) is distinct from w."on"),
      kept as (
        insert into sales_line_promise (id, customer_id, order_id, line_id, kind, version, previous_on, promised_on, cause, note, cause_type, cause_id, made_at, made_by_person_id)
        select w.id, w.customer_id, w.order_id, w."lineId", w.kind,
               1 + coalesce((select max(p.version) from sales_line_promise p where p.line_id = w."lineId" and p.kind = w.kind), 0),
               w.previous_on, w."on", w.cause, w.note, w.about->>'type', (w.about->>'id')::uuid, ${work.clock.now()}, ${work.actor.personId}::uuid
        from wanted w)
      update sales_order_line l
      set ${promised} estimated_on = case when t.is_estimated then t.estimated_on else l.estimated_on end
      from (
        select "lineId", max("on") filter (where kind = 'CONFIRMED') as confirmed_on,
          max("on") filter (where kind = 'ESTIMATED') as estimated_on, bool_or(kind = 'ESTIMATED') as is_estimated
        from wanted group by "lineId") as t
      where l.id = t."lineId"
      returning l.id, l.order_id, l.customer_id, l.item_id, l.site_id, t.confirmed_on is not null as "isPromised"`.execute(
      work.sql,
    );
    this.tell(work, written);
    return written.map(({ id }) => id);
  }

  /** What the staff promises for one line. @throws NotFound, NotInThisState */
  async promise(work: Work, lineId: string, on: string, note: string): Promise<string> {
    const { line, order } = await lockSalesLine(work, lineId);
    order.go('change');
    await this.write(work, [{ lineId, kind: 'CONFIRMED', on, cause: 'STAFF', note }]);
    await work.em.refresh(line);
    return order.id;
  }

  /** The first promise of an order's lines, from whoever knows availability; without one, the day that was asked for. */
  async promiseFirst(work: Work, order: SalesOrder, lines: readonly SalesOrderLine[]): Promise<void> {
    const open = lines.filter(({ confirmedOn, openQuantity }) => !confirmedOn && openQuantity.gt(0));
    if (open.length === 0) return;
    await work.em.flush();
    const source = promiseSource();
    const known = source
      ? await source.promise(
          work,
          open.map(({ id }) => id),
        )
      : [];
    const days = new Map(known.map((day) => [day.lineId, day]));
    const changes = open.flatMap(({ id, requestedOn }): PromiseChange[] => {
      const { on = null, isToBeMade = false } = source ? (days.get(id) ?? {}) : { on: requestedOn };
      const promised = on && on < requestedOn ? requestedOn : on;
      const cause = isToBeMade ? 'TO_BE_MADE' : 'FIRST_PROMISE';
      return promised === null
        ? []
        : [
            { lineId: id, kind: 'CONFIRMED', on: promised, cause },
            { lineId: id, kind: 'ESTIMATED', on: promised, cause },
          ];
    });
    await this.write(work, changes);
    await work.em.find(SalesOrderLine, { orderId: order.id }, { refresh: true });
  }

  /** A promise is told for each order; days that were only estimated anew wait for nobody and are told once a customer. */
  private tell(work: Work, written: readonly Written[]): void {
    const promised = written.filter(({ isPromised }) => isPromised);
    for (const [orderId, lines] of Map.groupBy(promised, ({ order_id }) => order_id))
      work.record(
        linesChanged(
          { id: orderId, customerId: lines[0]?.customer_id ?? '' },
          lines.map((line) => ({ id: line.id, itemId: line.item_id, siteId: line.site_id })),
        ),
      );
    const estimated = written.filter(({ isPromised }) => !isPromised);
    for (const [customerId, lines] of Map.groupBy(estimated, ({ customer_id }) => customer_id))
      work.record(
        linesEstimated(
          customerId,
          lines.map(({ order_id }) => order_id),
        ),
      );
  }
}

export const linePromises = new LinePromises();
