import { Decimal } from '../../../kernel/decimal.ts';

/** A line that wants stock, in the sequence in which lines are served. */
export interface LineInNeed {
  readonly id: string;
  readonly itemId: string;
  readonly siteId: string;
  readonly wanted: Decimal;
}

/** What is free at one place. */
export interface FreePlace {
  readonly itemId: string;
  readonly siteId: string;
  readonly free: Decimal;
}

/** An amount of one place for one line. */
export interface Allotment<P extends FreePlace> {
  readonly lineId: string;
  readonly place: P;
  readonly quantity: Decimal;
}

/** Serves lines one after another from the places in the order given, each as far as it goes: greedy, nothing twice. */
export function allot<P extends FreePlace>(lines: readonly LineInNeed[], places: readonly P[]): Allotment<P>[] {
  const left = new Map(places.map((place) => [place, place.free]));
  return lines.flatMap((line) => {
    let wanted = line.wanted;
    const taken: Allotment<P>[] = [];
    for (const place of places) {
      if (wanted.lte(0)) break;
      if (place.itemId !== line.itemId || place.siteId !== line.siteId) continue;
      const quantity = Decimal.min(wanted, left.get(place) ?? 0);
      if (quantity.lte(0)) continue;
      left.set(place, (left.get(place) ?? quantity).minus(quantity));
      wanted = wanted.minus(quantity);
      taken.push({ lineId: line.id, place, quantity });
    }
    return taken;
  });
}
