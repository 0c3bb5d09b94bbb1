import { isUuid } from '../../kernel/id.ts';

/** A place in a list: the sort key of a row, as text, and its id. */
export interface Place {
  readonly key: string;
  readonly id: string;
}

/** The place a cursor names, or null when it is not one of ours. */
export function parseCursor(cursor: string): Place | null {
  try {
    const [key, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    return typeof key === 'string' && typeof id === 'string' && isUuid(id) ? { key, id } : null;
  } catch {
    return null;
  }
}

/** @throws Error for a cursor that is not ours; inputs are checked before, by `checkPage`. */
export function decodeCursor(cursor: string): Place {
  const place = parseCursor(cursor);
  if (!place) throw new Error('not a cursor');
  return place;
}
