/** A statement without its values: for each parameter, which of them it is, or what it always is. */
export interface StatementForm {
  readonly text: string;
  readonly parameters: readonly ((values: readonly unknown[]) => unknown)[];
}

/** What is said without its values, which are gathered in order. The same outline is the same statement. */
export function outlineOf(said: unknown, values: unknown[]): string | null {
  if (isValue(said)) {
    values.push(asParameter(said));
    return typeof said === 'number' ? '#' : '$';
  }
  if (said === null || said === undefined || typeof said === 'boolean') return String(said);
  if (typeof said !== 'object' || !isPlain(said)) return null;
  const parts = Object.entries(said).map(([key, one]) => [key, outlineOf(one, values)] as const);
  return parts.some(([, part]) => part === null) ? null : JSON.stringify([Array.isArray(said), parts]);
}

/** The same with blanks in place of the values, so that a statement made of it shows where they go. */
export function blanked<T>(said: T, count = { of: 0 }): T {
  if (isValue(said)) return blank(count.of++, typeof said === 'number') as T;
  if (said === null || typeof said !== 'object') return said;
  if (Array.isArray(said)) return said.map((one: unknown) => blanked(one, count)) as T;
  return Object.fromEntries(Object.entries(said).map(([key, one]) => [key, blanked(one as unknown, count)])) as T;
}

/** The form of a statement that was made with `count` blanks; null where one of them cannot be found again. */
export function formOf(text: string, given: readonly unknown[], count: number): StatementForm | null {
  const found = new Set<number>();
  const parameters = given.map((one) => {
    const place = placeOf(one, count);
    if (place === null) return () => one;
    found.add(place);
    return (values: readonly unknown[]) => values[place];
  });
  return found.size === count ? { text, parameters } : null;
}

const FIRST_NUMBER = 2_000_000_000;
const blank = (place: number, isNumber: boolean): string | number =>
  isNumber ? FIRST_NUMBER + place : `blank ${place}`;

function placeOf(given: unknown, count: number): number | null {
  const place = Array.from({ length: count }, (_, n) => n).findIndex((n) => {
    return given === blank(n, true) || given === blank(n, false) || given === String(blank(n, true));
  });
  return place < 0 ? null : place;
}

const asParameter = (value: string | number | bigint | Date): string | number =>
  value instanceof Date ? value.toISOString() : typeof value === 'bigint' ? String(value) : value;

const isValue = (said: unknown): said is string | number | bigint | Date =>
  ['string', 'number', 'bigint'].includes(typeof said) || said instanceof Date;

function isPlain(said: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(said);
  const isKnown = prototype === Object.prototype || prototype === Array.prototype || prototype === null;
  return isKnown && Object.getOwnPropertySymbols(said).length === 0;
}
