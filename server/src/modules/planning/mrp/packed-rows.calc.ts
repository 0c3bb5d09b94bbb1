/**
 * Tables travel between database and planner as packed rows: fixed width, big-endian, as Postgres' own `..send`
 * functions write them. A hundred thousand rows are then a few buffers instead of millions of objects.
 *
 *     int 4 bytes; number 8 bytes, a float; amount 8 bytes, a float of whole millionths; uuid 16 bytes, zeros for none
 */
export type FieldKind = 'int' | 'number' | 'amount' | 'uuid';
export type Layout = Readonly<Record<string, FieldKind>>;

const WIDTH = { int: 4, number: 8, amount: 8, uuid: 16 } as const;
const NOBODY = '00000000-0000-0000-0000-000000000000';

interface ColumnOf {
  readonly int: Int32Array;
  readonly number: Float64Array;
  readonly amount: Float64Array;
  readonly uuid: Uint8Array;
}

/** A table by columns. */
export type Packed<L extends Layout> = { readonly count: number } & {
  readonly [F in keyof L]: ColumnOf[L[F]];
};

/** The expression that packs a row `r` of columns named as the layout names them. */
export function packing(layout: Layout): string {
  return Object.entries(layout)
    .map(([name, kind]) => {
      const column = `r."${name}"`;
      if (kind === 'int') return `int4send(${column}::int)`;
      if (kind === 'uuid') return `uuid_send(coalesce(${column}, '${NOBODY}'))`;
      return `float8send(${kind === 'amount' ? `round(${column} * 1000000)` : column}::float8)`;
    })
    .join(' || ');
}

/** Reads packed rows into columns. */
export function unpack<L extends Layout>(layout: L, chunks: readonly Uint8Array[]): Packed<L> {
  const width = Object.values(layout).reduce((sum, kind) => sum + WIDTH[kind], 0);
  const count = chunks.reduce((sum, chunk) => sum + chunk.length, 0) / width;
  const columns: Record<string, number | ColumnOf[FieldKind]> = { count };
  let offset = 0;
  for (const [name, kind] of Object.entries(layout)) {
    columns[name] = readColumn(kind, chunks, count, width, offset);
    offset += WIDTH[kind];
  }
  return columns as Packed<L>;
}

function readColumn(kind: FieldKind, chunks: readonly Uint8Array[], count: number, width: number, offset: number) {
  const column =
    kind === 'uuid' ? new Uint8Array(count * 16) : kind === 'int' ? new Int32Array(count) : new Float64Array(count);
  let row = 0;
  for (const chunk of chunks) {
    const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length);
    for (let at = offset; at < chunk.length; at += width, row += 1)
      if (kind === 'uuid') (column as Uint8Array).set(chunk.subarray(at, at + 16), row * 16);
      else column[row] = kind === 'int' ? view.getInt32(at) : view.getFloat64(at);
  }
  return column;
}
