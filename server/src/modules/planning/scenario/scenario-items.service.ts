import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { planningItems } from '../item/planning-items.service.ts';
import type { LotRuleName } from '../planning.enums.types.ts';

/** Planning data that a scenario may say differently; of those `WAIVED` a zero stands for none. */
const FIELDS = [
  'safety_stock',
  'lead_time',
  'safety_lead_time',
  'lot_size',
  'lot_periods',
  'minimum_quantity',
  'order_multiple',
  'maximum_quantity',
  'order_cost',
  'holding_cost',
] as const;
type ItemField = (typeof FIELDS)[number];
const WAIVED: readonly ItemField[] = ['lot_size', 'lot_periods', 'order_multiple', 'maximum_quantity'];
const WHOLE: readonly ItemField[] = ['lead_time', 'safety_lead_time', 'lot_periods'];

const cast = (name: ItemField) => sql.raw(WHOLE.includes(name) ? 'int' : 'numeric');
/** What a planning item has in a scenario: `c` holds the changes, `p` the item. */
const merged = (name: ItemField) => {
  const said = sql`${sql.ref(`c.${name}`)}::${cast(name)}`;
  return WAIVED.includes(name)
    ? sql`case when ${said} is null then ${sql.ref(`p.${name}`)} else nullif(${said}, 0) end`
    : sql`coalesce(${said}, ${sql.ref(`p.${name}`)})`;
};
const changes = (scenarioId: string) => sql`
  (select item_id, site_id, max(word) filter (where field = 'lot_rule') as lot_rule,
    ${sql.join(FIELDS.map((name) => sql`max(value) filter (where field = ${name}) as ${sql.ref(name)}`))}
  from planning_scenario_change where scenario_id = ${scenarioId} and kind = 'ITEM' group by 1, 2) c`;

type Merged = Readonly<Record<ItemField, string | null>> & { readonly lot_rule: LotRuleName };
const amount = (text: string | null) => (text === null ? null : new Decimal(text));

/** Whether every item can be planned by what the scenario makes of it. @throws InvalidLotRule, InvalidPlanningData */
export async function refuseUnplannable(work: Work, scenarioId: string): Promise<void> {
  const { rows } = await sql<Merged>`
    select coalesce(c.lot_rule, p.lot_rule) as lot_rule, ${sql.join(FIELDS.map((name) => sql`(${merged(name)})::text as ${sql.ref(name)}`))}
    from ${changes(scenarioId)} join planning_item p using (item_id, site_id)`.execute(work.sql);
  for (const row of rows)
    planningItems.check({
      lotRule: row.lot_rule,
      lotSize: amount(row.lot_size),
      lotPeriods: row.lot_periods === null ? null : Number(row.lot_periods),
      orderCost: amount(row.order_cost),
      holdingCost: amount(row.holding_cost),
      minimumQuantity: amount(row.minimum_quantity),
      orderMultiple: amount(row.order_multiple),
      maximumQuantity: amount(row.maximum_quantity),
      safetyStock: amount(row.safety_stock),
      safetyLeadTime: Number(row.safety_lead_time),
      leadTime: row.lead_time === null ? null : Number(row.lead_time),
      demandFenceDays: 0,
      planningFenceDays: 0,
    });
}

/** Makes the planning data of a scenario those that hold. */
export async function applyItems(work: Work, scenarioId: string): Promise<void> {
  await sql`
    update planning_item p set lot_rule = coalesce(c.lot_rule, p.lot_rule),
      ${sql.join(FIELDS.map((name) => sql`${sql.ref(name)} = ${merged(name)}`))}, version = p.version + 1
    from ${changes(scenarioId)} where p.item_id = c.item_id and p.site_id = c.site_id`.execute(work.sql);
}
