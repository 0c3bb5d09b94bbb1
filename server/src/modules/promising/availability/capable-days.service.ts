import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { capabilities } from '../../planning/capacity/capabilities.service.ts';
import type { OpenLine } from '../pegging/book.reads.ts';
import { inSequence } from '../pegging/demand.reads.ts';
import type { PeggedLine } from '../pegging/line-pegs.calc.ts';

interface Ask {
  id: string;
  itemId: string;
  siteId: string;
  quantity: string;
}

/** When we can make what no supply serves of order lines: the same day for a promise, an estimate and whoever asks again. */
class CapableDays {
  /**
   * By line; a line that is served, or of an item that nobody makes, is not among them. Who stands before in the queue,
   * whatever the item, has taken his components and hours.
   */
  async of(work: Work, pegged: readonly PeggedLine<OpenLine>[]): Promise<ReadonlyMap<string, CalendarDate>> {
    const unserved = pegged.filter(({ standing }) => standing.unpegged.gt(0));
    if (unserved.length === 0) return new Map();
    const asks = await this.queue(work, unserved);
    const days = new Map<string, CalendarDate>();
    await inOrder([...Map.groupBy(asks, ({ siteId }) => siteId)], async ([siteId, here]) => {
      const found = await capabilities.days(
        work,
        siteId,
        here.map(({ itemId, quantity }) => ({ itemId, quantity: Number(quantity) })),
      );
      for (const [place, on] of found.entries()) if (on !== null) days.set(here[place]!.id, on);
    });
    return days;
  }

  /** With what other items' lines of the site wait for, in the sequence of the queue. Bought items ask for nothing. */
  private async queue(work: Work, unserved: readonly PeggedLine<OpenLine>[]): Promise<Ask[]> {
    const lines = unserved.map(({ line: { id, itemId, siteId }, standing }) => ({
      id,
      item_id: itemId,
      site_id: siteId,
      unpegged: standing.unpegged.toString(),
    }));
    const { rows } = await sql<Ask>`
      with asked as materialized (
        select x.* from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as x(id uuid, item_id uuid, site_id uuid, unpegged numeric)
        join catalog_item i on i.id = x.item_id and i.supply = 'MAKE')
      select q.id, q.item_id as "itemId", q.site_id as "siteId", q.unpegged::text as quantity
      from (
        select * from asked
        union all
        select p.id, p.item_id, p.site_id, p.unpegged
        from promising_line p join catalog_item i on i.id = p.item_id and i.supply = 'MAKE'
        where p.unpegged > 0 and p.site_id in (select site_id from asked)
          and not exists (select from asked a where a.item_id = p.item_id and a.site_id = p.site_id)) q
      join sales_order_line l on l.id = q.id join sales_order o on o.id = l.order_id
      order by ${inSequence}`.execute(work.sql);
    return rows;
  }
}

export const capableDays = new CapableDays();
