import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixedClock } from '../../server/src/kernel/clock.ts';
import { Decimal } from '../../server/src/kernel/decimal.ts';
import { importAdventureWorks } from '../../server/src/modules/integrations/adventureworks/import-adventureworks.ts';
import type { ImportResult } from '../../server/src/modules/integrations/load/import-csv.ts';
import { systemActor, type Actor } from '../../server/src/platform/access/actor.ts';
import {
  adventureWorksFiles,
  adventureWorksFolder,
  adventureWorksSupply,
  factsOf,
  hasAdventureWorks,
} from '../support/adventureworks.ts';
import { allPages } from '../support/all-pages.ts';
import { TestApp } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/factories/identity.ts';

const sum = (values: readonly (string | number)[]): string => Decimal.sum(0, ...values).toFixed();
const productOf = (sku: string): string => sku.replace('AW-', '');

/** What the files say of customers and what they ordered. */
function ofSales(opened: () => TestApp): void {
  it('has every order of customers with its amounts, and the lines that the files know', async () => {
    const facts = await factsOf<{
      orders: number;
      subtotal: string;
      tax: string;
      freight: string;
      total_due: string;
      orders_with_lines: number;
      online_orders: number;
      reseller_orders: number;
      lines: number;
      units: number;
      by_year_dated_subtotal: Record<string, string>;
    }>('sales_totals');
    const [orders] = await opened().owner.query(
      `select count(*)::int as orders, sum(subtotal)::text as subtotal, sum(tax)::text as tax, sum(freight)::text as freight,
              sum(total)::text as total_due, count(*) filter (where fulfilment_state = 'DELIVERED')::int as orders_with_lines
       from sales_order`,
    );
    const [lines] = await opened().owner.query(
      'select count(*)::int as lines, sum(delivered_quantity)::int as units from sales_order_line where open_quantity = 0',
    );
    const { by_year_dated_subtotal, online_orders, reseller_orders, ...totals } = facts;
    expect({ ...orders, ...lines }).toEqual(totals);
    const channels = await opened().owner.query(
      'select channel, count(*)::int as orders from sales_order group by 1 order by 1',
    );
    expect(channels).toEqual([
      { channel: 'ONLINE', orders: online_orders },
      { channel: 'SALES', orders: reseller_orders },
    ]);
    const years = await opened().owner.query<{ year: string; subtotal: string }>(
      `select to_char(ordered_on, 'YYYY') as year, sum(subtotal)::text as subtotal from sales_order where note = '' group by 1`,
    );
    expect(Object.fromEntries(years.map(({ year, subtotal }) => [year, subtotal]))).toEqual(by_year_dated_subtotal);
  });

  it('knows how customers are reached, their territories, list prices over time and offers', async () => {
    const [counts] = await opened().owner.query(
      `select (select count(*)::int from sales_territory) as territories, (select count(*)::int from sales_price) as prices,
              (select count(distinct name_en)::int from sales_promotion) as offers, (select count(*)::int from sales_customer_terms) as terms,
              (select count(*)::int from identity_organisation where is_customer and email is not null) as reachable`,
    );
    // Of the 16 offers one is no discount, and one, over 60 pieces, names no product.
    expect(counts).toEqual({ territories: 10, prices: 395, offers: 14, terms: 701 + 18_484, reachable: 701 + 18_484 });
  });
}

function story(): void {
  let app: TestApp;
  let buyer: Actor;
  let again: ImportResult;
  const take = async () =>
    importAdventureWorks(app.database, systemActor('import'), await adventureWorksFiles(), {
      shiftToToday: false,
      clock: app.clock,
    });

  beforeAll(async () => {
    app = await TestApp.start(fixedClock('2014-09-22T12:00:00Z'));
    const start = performance.now();
    const { issues } = await take();
    console.log(`AdventureWorks was taken in within ${((performance.now() - start) / 1000).toFixed(1)} s`);
    expect(issues.all).toEqual([]);
    again = await take();
    buyer = await anActor(app, await anOrganisation(app, 'company'), 'BUYER');
  }, 300_000);
  afterAll(() => app.close());

  it('changes nothing when it is taken in again', () => {
    for (const counts of Object.values(again.files))
      expect(counts).toMatchObject({ inserted: 0, updated: 0, refused: 0 });
    expect(again.issues.all).toEqual([]);
  });

  it('has the stock of every product and every location', async () => {
    const facts = await factsOf<{
      total_units: number;
      inventory_value_at_standard_cost: string;
      by_location: Record<string, number>;
      on_hand: Record<string, number>;
      stocked_products_below_reorder_point: { ProductID: string }[];
    }>('inventory_on_hand');
    type Stock = { item: { sku: string }; onHand: { value: string }; value: { amount: string } | null };
    const stock = await allPages<Stock>(app, buyer, 'stock', 'item { sku } onHand { value } value { amount }');
    expect(sum(stock.map(({ onHand }) => onHand.value))).toBe(String(facts.total_units));
    expect(Object.fromEntries(stock.map((one) => [productOf(one.item.sku), Number(one.onHand.value)]))).toEqual(
      facts.on_hand,
    );
    expect(new Decimal(sum(stock.map(({ value }) => value?.amount ?? 0))).toFixed(4)).toBe(
      facts.inventory_value_at_standard_cost,
    );
    const low = await allPages<Stock>(app, buyer, 'stock(belowReorderPoint: true)', 'item { sku }');
    expect(low.map(({ item }) => productOf(item.sku)).sort()).toEqual(
      facts.stocked_products_below_reorder_point.map(({ ProductID }) => ProductID).sort(),
    );
    type Balance = { location: { code: string }; onHand: { value: string } };
    const balances = await allPages<Balance>(app, buyer, 'stockBalances', 'location { code } onHand { value }');
    const byLocation = Map.groupBy(balances, ({ location }) => location.code);
    expect(
      Object.fromEntries(
        [...byLocation].map(([code, rows]) => [code, Number(sum(rows.map(({ onHand }) => onHand.value)))]),
      ),
    ).toEqual(facts.by_location);
  });

  it('has every purchase order with its state and its figures', async () => {
    const facts = await factsOf<{
      by_status: Record<string, { count: number; total_due: string }>;
      open_count: number;
      open_total_due: string;
      open_units_by_product: Record<string, number>;
      total_subtotal: string;
    }>('purchase_orders');
    type Order = {
      state: string;
      total: { amount: string };
      subtotal: { amount: string };
      lines: {
        item: { sku: string };
        quantity: { value: string };
        schedules: {
          receivedQuantity: { value: string };
          acceptedQuantity: { value: string };
          rejectedQuantity: { value: string };
        }[];
      }[];
    };
    const orders = await allPages<Order>(
      app,
      buyer,
      'purchaseOrders(sort: NUMBER)',
      'state total { amount } subtotal { amount } lines { item { sku } quantity { value } schedules { receivedQuantity { value } acceptedQuantity { value } rejectedQuantity { value } } }',
    );
    const states = { Pending: 'ISSUED', Approved: 'CONFIRMED', Rejected: 'REJECTED', Complete: 'CLOSED' };
    const figures = (rows: readonly Order[]) => ({
      count: rows.length,
      total_due: new Decimal(sum(rows.map(({ total }) => total.amount))).toFixed(4),
    });
    for (const [status, state] of Object.entries(states))
      expect(figures(orders.filter((order) => order.state === state)), status).toEqual(facts.by_status[status]);
    const open = orders.filter(({ state }) => state === 'ISSUED' || state === 'CONFIRMED');
    expect(figures(open)).toEqual({ count: facts.open_count, total_due: facts.open_total_due });
    const units = Map.groupBy(
      open.flatMap(({ lines }) => lines),
      ({ item }) => productOf(item.sku),
    );
    expect(
      Object.fromEntries(
        [...units].map(([product, lines]) => [product, Number(sum(lines.map(({ quantity }) => quantity.value)))]),
      ),
    ).toEqual(facts.open_units_by_product);
    expect(new Decimal(sum(orders.map(({ subtotal }) => subtotal.amount))).toFixed(4)).toBe(facts.total_subtotal);

    const vendors = await factsOf<{
      totals: Record<string, string | number>;
      overall_reject_rate: number;
      overall_receipt_fill_rate: number;
    }>('vendors');
    const lines = orders.flatMap((order) => order.lines);
    const schedules = lines.flatMap((line) => line.schedules);
    const total = (name: 'receivedQuantity' | 'acceptedQuantity' | 'rejectedQuantity') =>
      Number(sum(schedules.map((one) => one[name].value)));
    const ordered = Number(sum(lines.map(({ quantity }) => quantity.value)));
    expect({
      lines: lines.length,
      ordered,
      received: total('receivedQuantity'),
      rejected: total('rejectedQuantity'),
      stocked: total('acceptedQuantity'),
    }).toEqual({
      lines: vendors.totals['lines'],
      ordered: vendors.totals['ordered'],
      received: Number(vendors.totals['received']),
      rejected: Number(vendors.totals['rejected']),
      stocked: Number(vendors.totals['stocked']),
    });
    expect(Number((total('rejectedQuantity') / total('receivedQuantity')).toFixed(6))).toBe(
      vendors.overall_reject_rate,
    );
    expect(Number((total('receivedQuantity') / ordered).toFixed(6))).toBe(vendors.overall_receipt_fill_rate);
  });

  it('has the day every receipt came on, late where it was late', async () => {
    const { totals, late_lines } = await factsOf<{ totals: { on_time: number }; late_lines: number }>('vendors');
    const rows = await app.owner.query<{ late: boolean; n: string }>(
      `select r.received_on > s.requested_on as late, count(*) as n from purchasing_receipt_line l
       join purchasing_receipt r on r.id = l.receipt_id join purchasing_schedule_line s on s.id = l.schedule_line_id group by 1`,
    );
    const lines = Object.fromEntries(rows.map(({ late, n }) => [String(late), Number(n)]));
    expect(lines).toEqual({ true: late_lines, false: totals.on_time });
  });

  it('has suppliers, customers and what vendors offer', async () => {
    type Count = { totalCount: number };
    const answer = await app.ask<Record<'suppliers' | 'customers' | 'items' | 'supplierItems', Count>>(
      buyer,
      '{ suppliers: organisations(first: 1, isSupplier: true) { totalCount } customers: organisations(first: 1, isCustomer: true) { totalCount } items(first: 1) { totalCount } supplierItems(first: 1) { totalCount } }',
    );
    expect(answer).toEqual({
      suppliers: { totalCount: 104 },
      customers: { totalCount: 701 + 18_484 + 1 },
      items: { totalCount: 504 },
      supplierItems: { totalCount: 460 },
    });
  });

  it('has every work order, what was made, and what was scrapped for which reason', async () => {
    const facts = await factsOf<{
      work_orders: number;
      ordered: number;
      stocked: number;
      scrapped: number;
      scrapped_by_reason: Record<string, number>;
      work_orders_with_dates_and_finished: number;
      finished_after_due: number;
    }>('work_orders');
    const [total] = await app.owner.query(
      `select count(*)::int as work_orders, sum(quantity)::int as ordered, sum(received_quantity)::int as stocked,
              sum(scrapped_quantity)::int as scrapped, count(completed_at)::int as work_orders_with_dates_and_finished,
              count(*) filter (where (completed_at at time zone 'UTC')::date > due_on)::int as finished_after_due
       from planning_work_order`,
    );
    const { scrapped_by_reason: reasons, ...wanted } = facts;
    expect(wanted).toMatchObject(total ?? {});
    const scrap = await app.owner.query<{ reason: string; n: number }>(
      `select scrap_reason as reason, sum(scrapped_quantity)::int as n from planning_work_order where scrapped_quantity > 0 group by 1`,
    );
    expect(Object.fromEntries(scrap.map(({ reason, n }) => [reason, n]))).toEqual(reasons);
  });

  ofSales(() => app);

  it('derives past usage from dated work orders and the bills that hold today', async () => {
    const [usage] = await app.owner.query<{ first: string; last: string; items: string }>(
      'select min(day)::text as first, max(day)::text as last, count(distinct item_id) as items from inventory_daily_usage',
    );
    expect(usage).toMatchObject({ first: '2011-06-03' });
    expect(Number(usage?.items)).toBeGreaterThan(200);
  });
}

function shifted(): void {
  it('comes up to today when it is asked to: the newest order is of today, the last use of yesterday', async () => {
    const app = await TestApp.start(fixedClock('2026-11-24T12:00:00Z'));
    const options = { shiftToToday: true, clock: app.clock };
    await importAdventureWorks(app.database, systemActor('import'), await adventureWorksSupply(), options);
    const days = await app.owner.query(
      'select (select max(ordered_on)::text from purchasing_order) as ordered, (select min(ordered_on)::text from purchasing_order) as first, (select max(day)::text from inventory_daily_usage) as used',
    );
    await app.close();
    expect(days).toEqual([{ ordered: '2026-11-24', first: '2023-06-18', used: '2026-11-23' }]);
  }, 300_000);
}

describe('AdventureWorks', () => {
  if (hasAdventureWorks) {
    story();
    return shifted();
  }
  it('is not beside the project', () => {
    console.log(`The AdventureWorks story was not told: there is no ${adventureWorksFolder}.`);
    expect(hasAdventureWorks).toBe(false);
  });
});
