import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { isWorthSaying, ruleOf, type Pair } from './association-rules.calc.ts';

interface Seen extends Pair {
  readonly itemId: string;
  readonly suggestedItemId: string;
  readonly orders: number;
}

/** Learns from two years of orders which items go together. */
export class AssociationRules {
  /** Puts new rules in the place of the old ones. Answers how many there are. */
  async learn(work: Work): Promise<number> {
    const now = work.clock.now();
    const since = new Date(now.getTime() - TWO_YEARS_MS).toISOString().slice(0, 10);
    const { rows } = await sql<Seen>`
      with bought as materialized (
        select distinct l.order_id, l.item_id from sales_order_line l join sales_order o on o.id = l.order_id
        where o.state in ('CONFIRMED', 'CLOSED') and o.ordered_on >= ${since}::date and l.ordered_quantity > l.cancelled_quantity),
      sold as (select item_id, count(*)::int as n from bought group by item_id)
      select a.item_id as "itemId", b.item_id as "suggestedItemId", x.n as first, y.n as second, count(*)::int as "both",
        (select count(distinct order_id)::int from bought) as orders
      from bought a join bought b on b.order_id = a.order_id and b.item_id <> a.item_id
      join sold x on x.item_id = a.item_id join sold y on y.item_id = b.item_id
      group by a.item_id, b.item_id, x.n, y.n having count(*) >= 3`.execute(work.sql);
    const rules = rows.flatMap((pair) => {
      const rule = ruleOf(pair.orders, pair);
      return isWorthSaying(pair, rule) ? [{ ...pair, ...rule }] : [];
    });
    await sql`delete from service_suggestion_rule`.execute(work.sql);
    await sql`
      insert into service_suggestion_rule (item_id, suggested_item_id, orders, support, confidence, lift, learned_at)
      select r."itemId", r."suggestedItemId", r."both", r.support, r.confidence, r.lift, ${now}
      from jsonb_to_recordset(${JSON.stringify(rules)}::jsonb)
        r("itemId" uuid, "suggestedItemId" uuid, "both" int, support numeric, confidence numeric, lift numeric)`.execute(
      work.sql,
    );
    await this.refresh(work);
    return rules.length;
  }

  /** Looks anew at what of it can be had: nothing is suggested that is not there. */
  async refresh(work: Work): Promise<void> {
    await sql`
      update service_suggestion_rule r set is_available = n.is_available
      from (select s.suggested_item_id as item_id, exists (select from inventory_stock_balance b
              where b.item_id = s.suggested_item_id and b.status = 'UNRESTRICTED' and b.on_hand > b.reserved) as is_available
            from service_suggestion_rule s group by s.suggested_item_id) n
      where n.item_id = r.suggested_item_id and n.is_available <> r.is_available`.execute(work.sql);
  }
}

const TWO_YEARS_MS = 2 * 365 * 24 * 3_600_000;

export const associationRules = new AssociationRules();
