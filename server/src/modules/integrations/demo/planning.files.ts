import { addDays, startOfWeek, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { demoItems, type DemoItem } from './items.data.ts';
import { numbersFrom } from './past.calc.ts';
import { demoBills, demoOperations, demoWeekly, demoWorkCentres } from './structure.data.ts';

type Cell = string | number;
const file = (header: string, rows: readonly (readonly Cell[])[]): string =>
  [header, ...rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(','))].join('\n');

const SITE = 'SH';
const ORDER_WEEKS = 6;

const isBike = ({ category }: DemoItem): boolean => category === 'BIKE';

/** Bicycles come in lots of a week, what is made for them as it is needed, what is bought in whole packs. */
function planningRow(item: DemoItem): Cell[] {
  if (isBike(item)) return [item.sku, SITE, 'PERIOD', '', 1, '', 12, 0.95, 2, 'SOFT', 7, 14, 'yes'];
  if (item.supplier === null) return [item.sku, SITE, 'LOT_FOR_LOT', '', '', '', 40, 0.95, 3, 'SOFT', 0, 5, 'no'];
  return [item.sku, SITE, 'LOT_FOR_LOT', '', '', item.pack, item.daily * 2, 0.97, '', 'HARD', 0, 0, 'no'];
}

function demandRows(monday: CalendarDate): Cell[][] {
  return Object.entries(demoWeekly).flatMap(([sku, weekly]) => {
    const next = numbersFrom(`demand ${sku}`);
    const around = (mean: number, spread: number) => Math.round(mean * (1 - spread + 2 * spread * next()));
    const ordered = Array.from({ length: ORDER_WEEKS }, (_, week): Cell[] => [
      sku,
      SITE,
      addDays(monday, 7 * week + 3),
      around(weekly * (1 - week / ORDER_WEEKS), 0.3) + 1,
      'FIRM',
      `D-${sku.slice(3, 6)}${week + 1}`,
    ]);
    return ordered;
  });
}

/** How the demo's bicycles are planned and made, as files that anybody could bring. */
export function planningFiles(today: CalendarDate): Readonly<Record<string, string>> {
  const monday = startOfWeek(today);
  return {
    planning_items: file(
      'sku,site,lot_rule,lot_size,lot_periods,order_multiple,safety_stock,service_level,lead_time,lead_time_kind,demand_fence_days,planning_fence_days,is_master_scheduled',
      demoItems.map(planningRow),
    ),
    bills: file(
      'sku,component,quantity,scrap',
      demoBills.map((row) => [...row]),
    ),
    work_centres: file(
      'site,code,name,hours_per_day,efficiency',
      demoWorkCentres.map((row) => [SITE, ...row]),
    ),
    routings: file(
      'sku,site,operation_no,work_centre,name,setup_hours,run_hours',
      demoOperations.map(([sku, ...rest]) => [sku, SITE, ...rest]),
    ),
    demand: file('sku,site,due_on,quantity,kind,reference', demandRows(monday)),
    scheduled_receipts: file('sku,site,due_on,quantity,reference', [
      ['FR-ALU-26', SITE, addDays(monday, 9), 120, 'Weldshop 4411'],
    ]),
    work_orders: file('number,sku,site,state,quantity,start_on,due_on', [
      ['WO-000001', 'WH-FRONT-26', SITE, 'RELEASED', 150, today, addDays(today, 3)],
      ['WO-000002', 'LH-CITY-1', SITE, 'RELEASED', 60, today, addDays(today, 2)],
      ['WO-000003', 'WH-REAR-26', SITE, 'PLANNED', 120, addDays(today, 2), addDays(today, 6)],
    ]),
  };
}
