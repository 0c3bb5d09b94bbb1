import type { MrpInput, MrpOrders } from './mrp-model.calc.ts';
import { withScrap } from './rounding.calc.ts';

/**
 * Adds what the releases of an item take to the gross requirements of its components:
 *     gross(child, t) += ceil(started(t) x per / (1 - scrap)),  started = ceil(released / (1 - scrap of the item))
 * Releases are gathered first and taken line by line: the row of a component is then visited once.
 */
export class Explosion {
  private readonly input: MrpInput;
  private readonly gross: Float64Array;
  private readonly bucket: Int16Array;
  private readonly started: Float64Array;
  private count = 0;

  constructor(input: MrpInput, gross: Float64Array) {
    this.input = input;
    this.gross = gross;
    this.bucket = new Int16Array(input.buckets);
    this.started = new Float64Array(input.buckets);
  }

  /** Remembers the releases of orders from row `from` on, all of the item at hand; those of one bucket are still one each. */
  releaseOrders(item: number, { count, need, quantity }: MrpOrders, from: number): void {
    const { components, items, timing, buckets } = this.input;
    if (components.first[item] === components.first[item + 1]) return;
    const row = items.timing[item]! * buckets;
    for (let place = from; place < count; place += 1)
      this.release(item, timing.release[row + need[place]!]!, quantity[place]!);
  }

  /** Remembers a release of the item at hand. */
  release(item: number, bucket: number, quantity: number): void {
    if (this.count === this.bucket.length) this.take(item);
    const { scrap, multiple } = this.input.items;
    this.bucket[this.count] = bucket;
    this.started[this.count++] = withScrap(quantity, scrap[item]!, multiple[item]!);
  }

  /** Takes the components of what was remembered. */
  take(item: number): void {
    if (this.count === 0) return;
    const { first, scrap } = this.input.components;
    for (let line = first[item]!; line < first[item + 1]!; line += 1)
      if (scrap[line] === 0) this.plainLine(line);
      else this.lossyLine(line);
    this.count = 0;
  }

  private plainLine(line: number): void {
    const { child, per, from, until } = this.input.components;
    const { bucket, started, gross, count } = this;
    const row = child[line]! * this.input.buckets;
    const [each, begin, end] = [per[line]!, from[line]!, until[line]!];
    for (let place = 0; place < count; place += 1) {
      const t = bucket[place]!;
      // A float product of whole millionths is the nearest float: rounding makes it whole again.
      if (t >= begin && t < end) gross[row + t]! += Math.round(started[place]! * each);
    }
  }

  private lossyLine(line: number): void {
    const { child, per, scrap, step, from, until } = this.input.components;
    const row = child[line]! * this.input.buckets;
    for (let place = 0; place < this.count; place += 1) {
      const t = this.bucket[place]!;
      if (t < from[line]! || t >= until[line]!) continue;
      this.gross[row + t]! += withScrap(Math.round(this.started[place]! * per[line]!), scrap[line]!, step[line]!);
    }
  }
}
