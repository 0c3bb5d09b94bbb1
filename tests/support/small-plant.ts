import { fromMillionths, MILLIONTHS } from '../../server/src/modules/planning/mrp/amount.calc.ts';
import { planRequirements } from '../../server/src/modules/planning/mrp/mrp-kernel.calc.ts';
import { LotRule, type LotRuleName, type MrpInput } from '../../server/src/modules/planning/mrp/mrp-model.calc.ts';

/** An item as a textbook writes it: weeks from 1, week 0 is past due, lead times in weeks. */
export interface PlantItem {
  readonly onHand?: number;
  readonly safetyStock?: number;
  readonly rule?: LotRuleName;
  readonly lotSize?: number;
  readonly minimum?: number;
  readonly multiple?: number;
  readonly maximum?: number;
  readonly orderCost?: number;
  readonly holdingCost?: number;
  readonly scrap?: number;
  readonly leadTime?: number;
  readonly safetyLeadTime?: number;
  readonly fence?: number;
  readonly expedite?: number;
  /** By week from 1. */
  readonly gross?: readonly number[];
  readonly schedule?: readonly number[];
  readonly receipts?: readonly { readonly week: number; readonly quantity: number; readonly release?: number }[];
}

export interface PlantLine {
  readonly parent: string;
  readonly child: string;
  readonly per: number;
  readonly scrap?: number;
  readonly from?: number;
  readonly until?: number;
}

export interface Plant {
  readonly weeks: number;
  readonly items: Readonly<Record<string, PlantItem>>;
  readonly lines?: readonly PlantLine[];
}

const millionths = (value: number) => Math.round(value * MILLIONTHS);

/** The input of the kernel for a small plant; items are numbered in the order they are written. */
export function plantInput({ weeks, items, lines = [] }: Plant): MrpInput {
  const names = Object.keys(items);
  const rows = Object.values(items);
  const buckets = weeks + 1;
  const column = (value: (item: PlantItem) => number) => Float64Array.from(rows, value);
  const sorted = names.flatMap((name) => lines.filter(({ parent }) => parent === name));
  const ends = names.map((name) => sorted.findLastIndex(({ parent }) => parent === name) + 1);
  const lineColumn = (value: (line: PlantLine) => number) => Float64Array.from(sorted, value);
  const supply = rows.flatMap((item, place) => (item.receipts ?? []).map((receipt) => ({ place, ...receipt })));
  const cells = (read: (item: PlantItem) => readonly number[] | undefined) =>
    rows.flatMap((item, place) =>
      (read(item) ?? []).flatMap((quantity, week) => (quantity ? [{ place, week: week + 1, quantity }] : [])),
    );
  const dated = (list: readonly { place: number; week: number; quantity: number }[]) => ({
    item: Int32Array.from(list, ({ place }) => place),
    bucket: Int16Array.from(list, ({ week }) => week),
    quantity: Float64Array.from(list, ({ quantity }) => millionths(quantity)),
  });
  const timing = (weeksEarlier: (item: PlantItem) => number) =>
    Int16Array.from({ length: rows.length * buckets }, (_, cell) =>
      Math.max(0, (cell % buckets) - weeksEarlier(rows[Math.floor(cell / buckets)]!)),
    );
  return {
    buckets,
    items: {
      count: rows.length,
      onHand: column(({ onHand = 0 }) => millionths(onHand)),
      safetyStock: column(({ safetyStock = 0 }) => millionths(safetyStock)),
      rule: Uint8Array.from(rows, ({ rule = 'LOT_FOR_LOT' }) => LotRule[rule]),
      lotSize: column(({ lotSize = 0, rule }) => (rule === 'PERIODS' ? lotSize : millionths(lotSize))),
      minimum: column(({ minimum = 0 }) => millionths(minimum)),
      multiple: column(({ multiple = 1 }) => millionths(multiple)),
      maximum: column(({ maximum = 0 }) => millionths(maximum)),
      orderCost: column(({ orderCost = 0 }) => orderCost),
      holdingCost: column(({ holdingCost = 0 }) => holdingCost),
      scrap: column(({ scrap = 0 }) => scrap),
      timing: Int32Array.from(rows, (_, place) => place),
      fence: Int16Array.from(rows, ({ fence = 0 }) => fence),
      expedite: Int16Array.from(rows, ({ expedite = 0 }) => expedite),
    },
    timing: {
      due: timing(({ safetyLeadTime = 0 }) => safetyLeadTime),
      release: timing(({ safetyLeadTime = 0, leadTime = 0 }) => safetyLeadTime + leadTime),
    },
    components: {
      first: Int32Array.from([0, ...ends.map((_, place) => Math.max(0, ...ends.slice(0, place + 1)))]),
      child: Int32Array.from(sorted, ({ child }) => names.indexOf(child)),
      per: lineColumn(({ per }) => per),
      scrap: lineColumn(({ scrap = 0 }) => scrap),
      step: lineColumn(() => MILLIONTHS),
      from: Int16Array.from(sorted, ({ from = 0 }) => from),
      until: Int16Array.from(sorted, ({ until = buckets }) => until),
    },
    demand: dated(cells(({ gross }) => gross)),
    supply: { ...dated(supply), release: Int16Array.from(supply, ({ release = -1 }) => release) },
    schedule: dated(cells(({ schedule }) => schedule)),
  };
}

/** The record of one item of a plan, by week: index 0 is past due, week 1 is index 1. */
export interface PlantRecord {
  readonly gross: number[];
  readonly scheduled: number[];
  readonly receipts: number[];
  readonly releases: number[];
  readonly projected: number[];
}

const number = (millionth: number) => fromMillionths(millionth).toNumber();

/** Plans a small plant and reads every item's record off the plan. */
export function planPlant(plant: Plant): Record<string, PlantRecord> {
  const input = plantInput(plant);
  const names = Object.keys(plant.items);
  const plan = planRequirements(input, (item) => names[item]!);
  return Object.fromEntries(names.map((name, item) => [name, recordOf(input, plan, item)]));
}

function recordOf(input: MrpInput, plan: ReturnType<typeof planRequirements>, item: number): PlantRecord {
  const empty = () => new Array<number>(input.buckets).fill(0);
  const [scheduled, receipts, releases] = [empty(), empty(), empty()];
  const cell = input.items.timing[item]! * input.buckets;
  input.supply.item.forEach((owner, row) => {
    if (owner === item) scheduled[input.supply.bucket[row]!]! += input.supply.quantity[row]!;
  });
  for (let row = 0; row < plan.orders.count; row += 1) {
    if (plan.orders.item[row] !== item) continue;
    receipts[input.timing.due[cell + plan.orders.need[row]!]!]! += plan.orders.quantity[row]!;
    releases[input.timing.release[cell + plan.orders.need[row]!]!]! += plan.orders.quantity[row]!;
  }
  const gross = [...plan.gross.subarray(item * input.buckets, (item + 1) * input.buckets)];
  let stock = input.items.onHand[item]!;
  const projected = gross.map((need, t) => (stock += scheduled[t]! + receipts[t]! - need));
  return {
    gross: gross.map(number),
    scheduled: scheduled.map(number),
    receipts: receipts.map(number),
    releases: releases.map(number),
    projected: projected.map(number),
  };
}
