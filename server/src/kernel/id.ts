import { v7, validate } from 'uuid';

const PREFIX = /^[a-z][a-z0-9]*$/;
const GLOBAL_ID = /^([a-z][a-z0-9]*)_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/** A new key for anything that is stored: UUID version 7, so later keys sort after earlier ones. */
export function newId(): string {
  return v7();
}

/**
 * Many new keys at once, sixteen bytes each, in rising order as far as 32 bits count: one draw and a counter, for bulk
 * work that writes keys without ever reading them as text.
 */
export function newIds(count: number): Uint8Array {
  const bytes = new Uint8Array(count * 16);
  const first = new DataView(v7(undefined, new Uint8Array(16)).buffer);
  const view = new DataView(bytes.buffer);
  const start = first.getUint32(12);
  const [high, middle] = [first.getBigUint64(0), first.getUint32(8)];
  for (let row = 0; row < count; row += 1) {
    view.setBigUint64(row * 16, high);
    view.setUint32(row * 16 + 8, middle);
    view.setUint32(row * 16 + 12, start + row);
  }
  return bytes;
}

/** Whether a text is a UUID of any version, and so safe to hand to a uuid column. */
export function isUuid(text: string): boolean {
  return validate(text);
}

/**
 * The id that clients see: the kind of thing and its key, `itm_0198c5c6...`.
 * @throws TypeError when the prefix or the key could not be read back.
 */
export function toGlobalId(prefix: string, id: string): string {
  if (!PREFIX.test(prefix) || !isUuid(id)) throw new TypeError(`No global id from "${prefix}" and "${id}"`);
  return `${prefix}_${id.replaceAll('-', '').toLowerCase()}`;
}

/** What a client's id names, or null when it is none; it never throws, so a made-up id is simply not found. */
export function fromGlobalId(globalId: string): { prefix: string; id: string } | null {
  const [, prefix = '', ...groups] = GLOBAL_ID.exec(globalId) ?? [];
  const id = groups.join('-');
  return isUuid(id) ? { prefix, id } : null;
}
