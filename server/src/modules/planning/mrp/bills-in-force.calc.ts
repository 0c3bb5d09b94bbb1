import type { MrpComponents } from './mrp-model.calc.ts';
import { MILLIONTHS } from './amount.calc.ts';
import { validFrom, validUntil, type Horizon } from './horizon.calc.ts';
import type { Tables } from './planning-tables.calc.ts';
import { rowsBy, rowsOf, type RowIndex } from './row-index.calc.ts';

const MOST_PHANTOMS = 30;

interface Line {
  readonly child: number;
  readonly per: number;
  readonly kept: number;
  readonly isCounted: boolean;
  readonly from: number;
  readonly until: number;
}

/**
 * The components each item takes, bucket by bucket: of several bills the first in rank that is valid; the parts of a
 * phantom in its place, with what is lost at both steps made up at once.
 */
export function componentsInForce(count: number, horizon: Horizon, dated: Tables['lines']): MrpComponents {
  const lines = inBuckets(dated, horizon);
  const plain = isPlain(lines) ? rowsBy(lines.parent, count) : null;
  return plain ? straight(lines, plain) : resolved(count, horizon.buckets, lines);
}

/** Days of validity as buckets. */
function inBuckets(lines: Tables['lines'], horizon: Horizon): Tables['lines'] {
  const [begin, end] = [(day: number) => validFrom(horizon, day), (day: number) => validUntil(horizon, day)];
  return {
    ...lines,
    billFrom: lines.billFrom.map(begin),
    billUntil: lines.billUntil.map(end),
    from: lines.from.map(begin),
    until: lines.until.map(end),
  };
}

/** One bill per item and no phantom: the usual case, taken over column by column. */
function isPlain({ rank, isPhantom }: Tables['lines']): boolean {
  return rank.every((place, row) => place === 1 && isPhantom[row] === 0);
}

function straight(lines: Tables['lines'], { first, row }: RowIndex): MrpComponents {
  const take = <T extends Int32Array | Float64Array | Int16Array>(into: T, value: (row: number) => number): T => {
    row.forEach((from, place) => (into[place] = value(from)));
    return into;
  };
  const { count } = lines;
  return {
    first,
    child: take(new Int32Array(count), (at) => lines.child[at]!),
    per: take(new Float64Array(count), (at) => lines.per[at]!),
    scrap: take(new Float64Array(count), (at) => lines.scrap[at]!),
    step: take(new Float64Array(count), (at) => (lines.isCounted[at] ? MILLIONTHS : 1)),
    from: take(new Int16Array(count), (at) => Math.max(lines.from[at]!, lines.billFrom[at]!)),
    until: take(new Int16Array(count), (at) => Math.min(lines.until[at]!, lines.billUntil[at]!)),
  };
}

function resolved(count: number, buckets: number, lines: Tables['lines']): MrpComponents {
  const byParent = rowsBy(lines.parent, count);
  const first = new Int32Array(count + 1);
  const all: Line[] = [];
  for (let item = 0; item < count; item += 1) {
    all.push(...linesOf(item, lines, byParent, buckets, MOST_PHANTOMS));
    first[item + 1] = all.length;
  }
  return {
    first,
    child: Int32Array.from(all, ({ child }) => child),
    per: Float64Array.from(all, ({ per }) => per),
    scrap: Float64Array.from(all, ({ kept }) => 1 - kept),
    step: Float64Array.from(all, ({ isCounted }) => (isCounted ? MILLIONTHS : 1)),
    from: Int16Array.from(all, ({ from }) => from),
    until: Int16Array.from(all, ({ until }) => until),
  };
}

/** A phantom inside itself would never end: it is followed no deeper than any real structure goes. */
function linesOf(item: number, lines: Tables['lines'], index: RowIndex, buckets: number, depth: number): Line[] {
  const rows = Array.from(rowsOf(index, item));
  const withChild = rows.filter((row) => lines.child[row]! >= 0);
  return withChild.flatMap((row) =>
    windowsOf(row, rows, lines, buckets).flatMap(([from, until]) => {
      const kept = 1 - lines.scrap[row]!;
      const line: Line = {
        child: lines.child[row]!,
        per: lines.per[row]!,
        kept,
        isCounted: lines.isCounted[row] === 1,
        from,
        until,
      };
      return lines.isPhantom[row] && depth > 0
        ? linesOf(line.child, lines, index, buckets, depth - 1).flatMap((below) => joined(line, below))
        : [line];
    }),
  );
}

function joined(above: Line, below: Line): Line[] {
  const [from, until] = [Math.max(above.from, below.from), Math.min(above.until, below.until)];
  if (from >= until) return [];
  return [{ ...below, per: above.per * below.per, kept: above.kept * below.kept, from, until }];
}

/** The buckets in which a line counts: while it and its bill are valid and no bill of a better rank is. */
function windowsOf(row: number, rows: readonly number[], lines: Tables['lines'], buckets: number): [number, number][] {
  const better = rows.filter((other) => lines.rank[other]! < lines.rank[row]!);
  const begin = Math.max(0, lines.from[row]!, lines.billFrom[row]!);
  const end = Math.min(buckets, lines.until[row]!, lines.billUntil[row]!);
  const windows: [number, number][] = [];
  for (let bucket = begin; bucket < end; bucket += 1) {
    if (better.some((other) => lines.billFrom[other]! <= bucket && bucket < lines.billUntil[other]!)) continue;
    const last = windows.at(-1);
    if (last?.[1] === bucket) last[1] += 1;
    else windows.push([bucket, bucket + 1]);
  }
  return windows;
}
