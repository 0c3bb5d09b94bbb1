/** Rows of a table sorted into groups: those of group `g` are `row[first[g]]` up to, not including, `row[first[g + 1]]`. */
export interface RowIndex {
  readonly first: Int32Array;
  readonly row: Int32Array;
}

/** Groups rows by a dense key, rows of one group in their own order: a counting sort. */
export function rowsBy(key: Int32Array, groups: number): RowIndex {
  const first = new Int32Array(groups + 1);
  for (const group of key) first[group + 1]! += 1;
  for (let group = 0; group < groups; group += 1) first[group + 1]! += first[group]!;
  const next = first.slice();
  const row = new Int32Array(key.length);
  for (let place = 0; place < key.length; place += 1) row[next[key[place]!]!++] = place;
  return { first, row };
}

/** The rows of one group. */
export const rowsOf = ({ first, row }: RowIndex, group: number): Int32Array =>
  row.subarray(first[group], first[group + 1]);
