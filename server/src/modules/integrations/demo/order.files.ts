import { addDays, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { demoItems } from './items.data.ts';
import { numbersFrom } from './past.calc.ts';

const HEADER =
  'number,supplier,site,ordered_on,state,currency,tax,line_no,sku,unit,numerator,unit_price,requested_on,quantity,confirmed_on,confirmed_quantity,received_on,accepted_quantity,rejected_quantity';
const SUPPLIERS = ['ALPINE', 'VOLTCELL', 'HELI', 'RUIDA'];
const ORDERS_EACH = 6;

/** Orders of the last four months that came and were closed, some late, some with rejects: what scores are made of. */
export function pastOrders(today: CalendarDate): string {
  const next = numbersFrom('past orders');
  const rows = SUPPLIERS.flatMap((supplier, index) =>
    Array.from({ length: ORDERS_EACH }, (_, n) =>
      orderOf(supplier, index * ORDERS_EACH + n + 1, addDays(today, -110 + n * 15), next),
    ),
  ).flat();
  return [HEADER, ...rows].join('\n');
}

function orderOf(supplier: string, serial: number, orderedOn: CalendarDate, next: () => number): string[] {
  const items = demoItems.filter((item) => item.supplier === supplier).slice(serial % 3, (serial % 3) + 3);
  const due = addDays(orderedOn, 12);
  const came = addDays(due, next() < 0.25 ? 1 + Math.floor(next() * 4) : -Math.floor(next() * 3));
  return items.map((item, index) => {
    const packs = Math.max(2, Math.ceil((item.daily * 10) / item.pack));
    const rejected = next() < 0.2 ? 1 : 0;
    const price = (item.price * item.pack).toFixed(4);
    return [
      `PO-${String(serial).padStart(6, '0')}`,
      supplier,
      'SH',
      orderedOn,
      'CLOSED',
      'CNY',
      0,
      index + 1,
      item.sku,
      'BOX',
      item.pack,
      price,
      due,
      packs,
      due,
      packs,
      came,
      packs - rejected,
      rejected,
    ].join(',');
  });
}
