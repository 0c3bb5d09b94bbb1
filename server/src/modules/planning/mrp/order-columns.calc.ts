import type { MrpOrders } from './mrp-model.calc.ts';

/** Planned orders while they are being planned: columns that grow. */
export class OrderColumns implements MrpOrders {
  count = 0;
  item: Int32Array;
  need: Int16Array;
  quantity: Float64Array;

  constructor(capacity: number) {
    this.item = new Int32Array(capacity);
    this.need = new Int16Array(capacity);
    this.quantity = new Float64Array(capacity);
  }

  add(item: number, need: number, quantity: number): void {
    if (this.count === this.item.length) this.grow();
    const place = this.count++;
    this.item[place] = item;
    this.need[place] = need;
    this.quantity[place] = quantity;
  }

  private grow(): void {
    const { item, need, quantity } = this;
    const capacity = Math.max(16, item.length * 2);
    this.item = new Int32Array(capacity);
    this.need = new Int16Array(capacity);
    this.quantity = new Float64Array(capacity);
    this.item.set(item);
    this.need.set(need);
    this.quantity.set(quantity);
  }
}
