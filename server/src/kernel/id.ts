import { v7, validate } from 'uuid';

const PREFIX = /^[a-z][a-z0-9]*$/;
const GLOBAL_ID = /^([a-z][a-z0-9]*)_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;

/** A new key for anything that is stored: UUID version 7, so later keys sort after earlier ones. */
export function newId(): string {
  return v7();
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
