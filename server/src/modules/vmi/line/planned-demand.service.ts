import { sql, type RawBuilder } from 'kysely';
import { startOfWeek, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { mrpRecords, type MrpRecord } from '../../planning/plan/records.service.ts';

interface Line {
  readonly id: string;
  readonly supplierId: string;
  readonly planningItemId: string;
}

const LINES_AT_ONCE = 500;

/** Keeps beside each line what the plan needs of its item: the gross requirements of the item's record, by week. */
class PlannedDemands {
  /** Of all live lines. */
  followPlan(work: Work): Promise<void> {
    return this.follow(work, sql`true`);
  }

  /** Of the lines of one agreement. */
  followAgreement(work: Work, agreementId: string): Promise<void> {
    return this.follow(work, sql`l.agreement_id = ${agreementId}`);
  }

  private async follow(work: Work, which: RawBuilder<unknown>): Promise<void> {
    await work.em.flush();
    await sql`
      delete from vmi_planned_demand d using vmi_agreement_line l where l.id = d.line_id and not l.is_live and ${which}`.execute(
      work.sql,
    );
    const { rows: lines } = await sql<Line>`
      select l.id, l.supplier_id as "supplierId", p.id as "planningItemId"
      from vmi_agreement_line l join planning_item p on p.item_id = l.item_id and p.site_id = l.site_id
      where l.is_live and ${which} order by p.id, l.id`.execute(work.sql);
    const portions = Array.from({ length: Math.ceil(lines.length / LINES_AT_ONCE) }, (_, n) =>
      lines.slice(n * LINES_AT_ONCE, (n + 1) * LINES_AT_ONCE),
    );
    await inOrder(portions, (portion) => this.keep(work, portion));
  }

  private async keep(work: Work, lines: readonly Line[]): Promise<void> {
    const items = [...new Set(lines.map(({ planningItemId }) => planningItemId))];
    const records = await mrpRecords.readMany(work, items, null);
    const rows = lines.flatMap(({ id: lineId, supplierId, planningItemId }) =>
      [...weeksOf(records.get(planningItemId))].map(([weekOn, quantity]) => ({
        id: newId(),
        lineId,
        supplierId,
        weekOn,
        quantity: quantity.toFixed(),
      })),
    );
    await sql`
      with given as materialized (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(
        id uuid, "lineId" uuid, "supplierId" uuid, "weekOn" date, quantity numeric)),
      gone as (delete from vmi_planned_demand d where d.line_id = any(${lines.map(({ id }) => id)}::uuid[])
        and not exists (select from given g where g."lineId" = d.line_id and g."weekOn" = d.week_on))
      insert into vmi_planned_demand as d (id, line_id, supplier_id, week_on, quantity)
      select id, "lineId", "supplierId", "weekOn", quantity from given
      on conflict (line_id, week_on) do update set quantity = excluded.quantity where d.quantity <> excluded.quantity`.execute(
      work.sql,
    );
  }
}

/** Gross requirements by the Monday of their week. */
function weeksOf(record: MrpRecord | undefined): ReadonlyMap<CalendarDate, Decimal> {
  const weeks = new Map<CalendarDate, Decimal>();
  const first = record && startOfWeek(record.today);
  for (const { startsOn, isPastDue, grossRequirements } of record?.buckets ?? []) {
    const week = isPastDue && first ? first : startOfWeek(startsOn);
    const sum = (weeks.get(week) ?? new Decimal(0)).plus(grossRequirements);
    if (sum.gt(0)) weeks.set(week, sum);
  }
  return weeks;
}

export const plannedDemands = new PlannedDemands();
