import type { Size } from '../size.ts';

/** One part of the database, written by set-based SQL; parts run in order, as the owner, past every guard. */
export interface SeedPart {
  readonly name: string;
  readonly sql: (size: Size) => string;
}

/** Keys are made from a kind and a number, so that parts can name each other's rows without looking them up. */
export const KINDS = {
  organisation: 1,
  person: 2,
  membership: 3,
  item: 4,
  site: 5,
  location: 6,
  supplierItem: 7,
  balance: 8,
  order: 9,
  orderLine: 10,
  schedule: 11,
  notice: 12,
  agreement: 13,
  line: 14,
  other: 15,
  salesOrder: 16,
  salesLine: 17,
  ticket: 18,
  price: 19,
  terms: 20,
  promise: 21,
  message: 22,
  draft: 23,
  draftLine: 24,
} as const;

/** The key of the n-th row of a kind, in SQL. */
export const idSql = (kind: keyof typeof KINDS, n: string): string => `bench_id(${KINDS[kind]}, (${n})::bigint)`;

/** The same key in code. */
export function idOf(kind: keyof typeof KINDS, n: number): string {
  const [head, tail] = [KINDS[kind].toString(16).padStart(8, '0'), n.toString(16).padStart(12, '0')];
  return `${head}-0000-7000-8000-${tail}`;
}

/** The company is organisation 0; suppliers follow, then customers. */
export const customerNumber = (size: Size, n: number): number => 1 + size.suppliers + n;

/** The key of the c-th customer, in SQL. */
export const customerSql = (size: Size, c: string): string => idSql('organisation', `(${c}) + ${1 + size.suppliers}`);

export const helpers = `
create function bench_id(kind int, n bigint) returns uuid language sql immutable parallel safe
  return (lpad(to_hex(kind), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid;
-- An even number from 0 to below that looks random and is the same in every run.
create function bench_pick(n bigint, below int) returns int language sql immutable parallel safe
  return ((n * 2654435761) % 4294967296 / 65536 % below)::int;
-- Supplier s (from 0) delivers to two sites; those of one item deliver to different ones.
create function bench_site(s bigint, which int, wraps int) returns int language sql immutable parallel safe
  return ((s + s / wraps + 5 * which) % 10)::int;
`;
