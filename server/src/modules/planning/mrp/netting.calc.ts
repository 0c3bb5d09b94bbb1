import { LotRule, type MrpInput } from './mrp-model.calc.ts';
import type { OrderColumns } from './order-columns.calc.ts';
import { OrderSizing } from './order-sizing.calc.ts';
import { rowsBy, type RowIndex } from './row-index.calc.ts';

/**
 * Gross to net, item by item. Per bucket, all amounts in the stock unit:
 *     projected(t) = projected(t-1) + scheduled(t) + receipt(t) - gross(t)
 *     net(t)       = max(0, safety - (projected(t-1) + scheduled(t) - gross(t)))
 * and the receipt of a bucket is its net requirement sized by the lot rule. The past-due bucket keeps no safety stock:
 * only what was really needed is late.
 * Source: Vollmann, Berry, Whybark and Jacobs, Manufacturing Planning and Control; safety stock counts once per item.
 */
export class Netting {
  private readonly input: MrpInput;
  private readonly gross: Float64Array;
  private readonly orders: OrderColumns;
  private readonly scheduled: Float64Array;
  private readonly nets: Float64Array;
  private readonly sizing: OrderSizing;
  private isAnyScheduled = false;
  private readonly supplyOf: RowIndex;
  private readonly scheduleOf: RowIndex;

  constructor(input: MrpInput, gross: Float64Array, orders: OrderColumns) {
    this.input = input;
    this.gross = gross;
    this.orders = orders;
    this.scheduled = new Float64Array(input.buckets);
    this.nets = new Float64Array(input.buckets);
    this.sizing = new OrderSizing(input.items, this.nets, gross);
    this.supplyOf = rowsBy(input.supply.item, input.items.count);
    this.scheduleOf = rowsBy(input.schedule.item, input.items.count);
  }

  plan(item: number): void {
    const { items } = this.input;
    const rule = items.rule[item]!;
    this.gather(item);
    if (items.expedite[item]! > 0) this.bringForward(item);
    if (rule === LotRule.MASTER_SCHEDULE) return this.followSchedule(item);
    if (OrderSizing.looksAhead(rule)) {
      this.lotForLot(item);
      this.sizing.begin(item);
    }
    this.order(item);
  }

  private gather(item: number): void {
    const { first, row } = this.supplyOf;
    const { bucket, quantity } = this.input.supply;
    if (this.isAnyScheduled) this.scheduled.fill(0);
    this.isAnyScheduled = first[item]! < first[item + 1]!;
    for (let place = first[item]!; place < first[item + 1]!; place += 1)
      this.scheduled[bucket[row[place]!]!]! += quantity[row[place]!]!;
  }

  private order(item: number): void {
    const { scheduled, gross } = this;
    const { buckets, items } = this.input;
    const safety = items.safetyStock[item]!;
    const fence = items.fence[item]!;
    let projected = items.onHand[item]!;
    for (let t = 0, cell = item * buckets; t < buckets; t += 1, cell += 1) {
      projected += scheduled[t]! - gross[cell]!;
      const kept = t === 0 ? 0 : safety;
      if (projected >= kept || t < fence) continue;
      const quantity = this.sizing.size(item, t, kept - projected);
      projected += quantity;
      this.take(item, t, quantity);
    }
  }

  /** As one order, or as several none of which is above the most. */
  private take(item: number, need: number, quantity: number): void {
    const most = this.input.items.maximum[item]!;
    let left = quantity;
    if (most > 0) for (; left > most; left -= most) this.orders.add(item, need, most);
    this.orders.add(item, need, left);
  }

  private lotForLot(item: number): void {
    const { scheduled, gross, nets } = this;
    const { buckets, items } = this.input;
    const safety = items.safetyStock[item]!;
    const fence = items.fence[item]!;
    let projected = items.onHand[item]!;
    for (let t = 0, cell = item * buckets; t < buckets; t += 1, cell += 1) {
      projected += scheduled[t]! - gross[cell]!;
      const kept = t === 0 ? 0 : safety;
      const isShort = projected < kept && t >= fence;
      nets[t] = isShort ? kept - projected : 0;
      if (isShort) projected = kept;
    }
  }

  /** Takes open supply of the buckets soon after a shortage as if it came in time; a message asks for that. */
  private bringForward(item: number): void {
    const { buckets, items } = this.input;
    const safety = items.safetyStock[item]!;
    const reach = items.expedite[item]!;
    let projected = items.onHand[item]!;
    for (let t = 0, cell = item * buckets; t < buckets; t += 1, cell += 1) {
      projected += this.scheduled[t]! - this.gross[cell]!;
      for (let later = t + 1; projected < safety && later < Math.min(buckets, t + reach + 1); later += 1) {
        const moved = Math.min(this.scheduled[later]!, safety - projected);
        this.scheduled[later]! -= moved;
        this.scheduled[t]! += moved;
        projected += moved;
      }
    }
  }

  private followSchedule(item: number): void {
    const { first, row } = this.scheduleOf;
    const { bucket, quantity } = this.input.schedule;
    const wanted = this.nets.fill(0);
    for (let place = first[item]!; place < first[item + 1]!; place += 1)
      wanted[bucket[row[place]!]!]! += quantity[row[place]!]!;
    wanted.forEach((amount, t) => {
      if (amount > this.scheduled[t]!) this.take(item, t, amount - this.scheduled[t]!);
    });
  }
}
