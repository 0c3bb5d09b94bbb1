/**
 * Tables travel between database and planner as packed columns: fixed width, big-endian, as Postgres' own `..send`
 * functions write them. A hundred thousand rows are then a few buffers instead of millions of objects.
 *
 *     int 4 bytes; number 8 bytes, a float; amount 8 bytes, whole millionths; uuid 16 bytes, zeros for none
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

/** Some rows of a table, each column in one piece. */
export type Piece = Readonly<Record<string, Uint8Array>>;

/** A table by columns. */
export type Packed<L extends Layout> = { readonly count: number } & {
  readonly [F in keyof L]: ColumnOf[L[F]];
};

/** The expressions that pack rows `r`, of columns named as the layout names them: one a column. */
export function packing(layout: Layout): string {
  return Object.entries(layout)
    .map(([name, kind]) => `string_agg(${sending(`r."${name}"`, kind)}, '') as "${name}"`)
    .join(', ');
}

function sending(column: string, kind: FieldKind): string {
  if (kind === 'int') return `int4send(${column}::int)`;
  if (kind === 'uuid') return `uuid_send(coalesce(${column}, '${NOBODY}'))`;
  return kind === 'amount' ? `int8send((${column} * 1000000)::int8)` : `float8send(${column}::float8)`;
}

/** Reads packed columns. */
export function unpack<L extends Layout>(layout: L, pieces: readonly Piece[]): Packed<L> {
  const [[first, kind] = ['', 'int' as const]] = Object.entries(layout);
  const count = pieces.reduce((sum, piece) => sum + piece[first]!.length, 0) / WIDTH[kind];
  const columns = Object.entries(layout).map(([name, of]) => [name, readColumn(of, columnOf(pieces, name), count)]);
  return { count, ...Object.fromEntries(columns) } as Packed<L>;
}

const columnOf = (pieces: readonly Piece[], name: string): Uint8Array[] => pieces.map((piece) => piece[name]!);

const READ = {
  int: (view: DataView, at: number) => view.getInt32(at),
  number: (view: DataView, at: number) => view.getFloat64(at),
  amount: (view: DataView, at: number) => view.getInt32(at) * 4_294_967_296 + view.getUint32(at + 4),
} as const;

function readColumn(kind: FieldKind, pieces: readonly Uint8Array[], count: number): ColumnOf[FieldKind] {
  const size = pieces.reduce((sum, { length }) => sum + length, 0);
  // The database leaves out what is unknown: the rows behind it would slip.
  if (size !== count * WIDTH[kind]) throw new Error('A column of a run misses values');
  if (kind === 'uuid') return joined(pieces, size);
  const column = kind === 'int' ? new Int32Array(count) : new Float64Array(count);
  const [read, width] = [READ[kind], WIDTH[kind]];
  let row = 0;
  for (const { buffer, byteOffset, length } of pieces) {
    const view = new DataView(buffer, byteOffset, length);
    for (let at = 0; at < length; at += width) column[row++] = read(view, at);
  }
  return column;
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
