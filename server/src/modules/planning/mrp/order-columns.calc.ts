import type { MrpOrders } from './mrp-model.calc.ts';

/** Planned orders while they are being planned: columns that grow. */
export class OrderColumns implements MrpOrders {
  count = 0;
  item: Int32Array;
  need: Int16Array;
  due: Int16Array;
  release: Int16Array;
  quantity: Float64Array;

  constructor(capacity: number) {
    this.item = new Int32Array(capacity);
    this.need = new Int16Array(capacity);
    this.due = new Int16Array(capacity);
    this.release = new Int16Array(capacity);
    this.quantity = new Float64Array(capacity);
  }

  add(item: number, need: number, due: number, release: number, quantity: number): void {
    if (this.count === this.item.length) this.grow();
    const place = this.count++;
    this.item[place] = item;
    this.need[place] = need;
    this.due[place] = due;
    this.release[place] = release;
    this.quantity[place] = quantity;
  }

  private grow(): void {
    const before = [this.item, this.need, this.due, this.release, this.quantity] as const;
    const capacity = Math.max(16, this.item.length * 2);
    this.item = new Int32Array(capacity);
    this.need = new Int16Array(capacity);
    this.due = new Int16Array(capacity);
    this.release = new Int16Array(capacity);
    this.quantity = new Float64Array(capacity);
    [this.item, this.need, this.due, this.release, this.quantity].forEach((column, place) =>
      column.set(before[place]!),
    );
  }
}
