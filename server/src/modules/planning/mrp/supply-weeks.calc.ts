import type { Tables } from './planning-tables.calc.ts';

interface Taken {
  readonly source: number;
  readonly quantity: number;
}

/** What each supplier of an item still can deliver in each week, and how much of his share he has been given. */
export class SupplyWeeks {
  private readonly sources: Tables['sources'];
  private readonly weekOf: (bucket: number) => number;
  private readonly given: Float64Array;
  private readonly used = new Map<string, number>();

  constructor(sources: Tables['sources'], weekOf: (bucket: number) => number) {
    this.sources = sources;
    this.weekOf = weekOf;
    this.given = new Float64Array(sources.count);
  }

  /** What a supplier delivers in a week in any case. */
  book(source: number, weekNumber: number, quantity: number): void {
    const week = `${source} ${weekNumber}`;
    this.used.set(week, (this.used.get(week) ?? 0) + quantity);
  }

  /** Whole to the one furthest behind his share who has room; else as much as fits, in whole steps, one after the other. */
  take(who: Int32Array, bucket: number, quantity: number, step: number): Taken[] {
    const queue = this.queue(who, quantity);
    const whole = queue.find((source) => this.room(source, bucket) >= quantity);
    if (whole !== undefined) return [this.give(whole, bucket, quantity)];
    const taken: Taken[] = [];
    let left = quantity;
    for (const source of queue) {
      const fits = Math.floor(Math.min(left, this.room(source, bucket)) / step) * step;
      if (fits <= 0) continue;
      taken.push(this.give(source, bucket, fits));
      left -= fits;
    }
    return taken;
  }

  /** Who gets what fits nowhere: the one furthest behind. */
  force(who: Int32Array, quantity: number): number {
    const [first = -1] = this.queue(who, quantity);
    this.given[first]! += quantity;
    return first;
  }

  private queue(who: Int32Array, quantity: number): number[] {
    const behind = (source: number) => (this.given[source]! + quantity) / this.sources.share[source]!;
    return [...who].sort((a, b) => behind(a) - behind(b) || a - b);
  }

  private room(source: number, bucket: number): number {
    const most = this.sources.capacity[source]!;
    return most < 0 ? Infinity : most - (this.used.get(`${source} ${this.weekOf(bucket)}`) ?? 0);
  }

  private give(source: number, bucket: number, quantity: number): Taken {
    this.book(source, this.weekOf(bucket), quantity);
    this.given[source]! += quantity;
    return { source, quantity };
  }
}
