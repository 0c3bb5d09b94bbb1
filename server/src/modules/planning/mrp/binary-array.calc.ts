/**
 * Arrays as Postgres receives them in binary: a header, then every element with its length. A parameter of half a
 * million elements is neither written out as text here nor parsed there.
 */
const OID = { int4: 23, int8: 20, date: 1082, uuid: 2950 } as const;
/** Postgres counts days from 2000-01-01. */
const POSTGRES_EPOCH = 10_957;
const HEADER = 20;

function framed(oid: number, count: number, width: number, write: (view: DataView, at: number, row: number) => void) {
  const bytes = new Uint8Array(count === 0 ? 12 : HEADER + count * (4 + width));
  const view = new DataView(bytes.buffer);
  view.setInt32(0, count === 0 ? 0 : 1);
  view.setInt32(8, oid);
  if (count === 0) return bytes;
  view.setInt32(12, count);
  view.setInt32(16, 1);
  for (let row = 0, at = HEADER; row < count; row += 1, at += 4 + width) {
    view.setInt32(at, width);
    write(view, at + 4, row);
  }
  return bytes;
}

/** `int4[]` */
export const intArray = (values: ArrayLike<number>): Uint8Array =>
  framed(OID.int4, values.length, 4, (view, at, row) => view.setInt32(at, values[row]!));

/** `int8[]`, from whole numbers a float holds exactly. */
export const bigintArray = (values: ArrayLike<number>): Uint8Array =>
  framed(OID.int8, values.length, 8, (view, at, row) => {
    const high = Math.floor(values[row]! / 4_294_967_296);
    view.setInt32(at, high);
    view.setUint32(at + 4, values[row]! - high * 4_294_967_296);
  });

/** `date[]`, from days since 1970-01-01. */
export const dateArray = (days: ArrayLike<number>): Uint8Array =>
  framed(OID.date, days.length, 4, (view, at, row) => view.setInt32(at, days[row]! - POSTGRES_EPOCH));

/** `uuid[]`, from sixteen bytes each. */
export function uuidArray(bytes: Uint8Array): Uint8Array {
  const from = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return framed(OID.uuid, bytes.length / 16, 16, (view, at, row) => copyUuid(from, row, view, at));
}

/** `uuid[]`, of some rows of a column of uuids. */
export function uuidArrayOf(bytes: Uint8Array, rows: ArrayLike<number>): Uint8Array {
  const from = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return framed(OID.uuid, rows.length, 16, (view, at, row) => copyUuid(from, rows[row]!, view, at));
}

// By words: a copy of sixteen bytes by `set` costs several times as much.
function copyUuid(from: DataView, row: number, to: DataView, at: number): void {
  for (let word = 0; word < 16; word += 4) to.setInt32(at + word, from.getInt32(row * 16 + word));
}
