import type { Tables } from './planning-tables.calc.ts';
import { rowsBy, type RowIndex } from './row-index.calc.ts';

/** Who supplies what is bought: the preferred one, or by quota. Answers sixteen bytes, zeros for nobody. */
export class SupplierChoice {
  private readonly tables: Tables;
  private readonly sources: RowIndex;
  private readonly given: Float64Array;
  private readonly rowOf: Int32Array;

  constructor(tables: Tables) {
    this.tables = tables;
    this.sources = rowsBy(tables.sources.place, tables.items.count);
    this.given = new Float64Array(tables.sources.count);
    this.rowOf = new Int32Array(tables.items.count);
    tables.items.place.forEach((place, row) => (this.rowOf[place] = row));
  }

  isMade(place: number): boolean {
    return this.tables.items.isMade[this.rowOf[place]!] === 1;
  }

  /**
   * The supplier of the next order of an item. Each order goes whole to whoever is furthest behind his share:
   *     least (given + quantity) / share
   * of equals to the first by key. Orders must come in the order of their due dates.
   */
  next(place: number, quantity: number): Uint8Array {
    const { items, sources } = this.tables;
    const row = this.rowOf[place]!;
    if (items.isMade[row] === 1) return NOBODY;
    const [begin, end] = [this.sources.first[place]!, this.sources.first[place + 1]!];
    if (begin === end) return items.supplier.subarray(row * 16, row * 16 + 16);
    let best = -1;
    for (let at = begin; at < end; at += 1) {
      const source = this.sources.row[at]!;
      if (best < 0 || this.behind(source, quantity) < this.behind(best, quantity)) best = source;
    }
    this.given[best]! += quantity;
    return sources.supplier.subarray(best * 16, best * 16 + 16);
  }

  /** The supplier of a source. */
  of(source: number): Uint8Array {
    return this.tables.sources.supplier.subarray(source * 16, source * 16 + 16);
  }

  private behind(source: number, quantity: number): number {
    return (this.given[source]! + quantity) / this.tables.sources.share[source]!;
  }
}

const NOBODY = new Uint8Array(16);
