import { createHash } from 'node:crypto';

type Variables = Readonly<Record<string, unknown>>;

/** One prepared statement. Its column `data` is the answer as text; `finish` adds what Postgres cannot know. */
export interface Statement {
  readonly text: string;
  readonly values: (variables: Variables) => unknown[];
  readonly finish?: (rows: readonly Record<string, unknown>[], variables: Variables) => string;
}

export interface Who {
  readonly person: string;
  readonly org: string;
  readonly audience: string;
}

/** A write: prepared statements sent together in one transaction; `answer` says whose `data` is the answer. */
export interface Write {
  readonly steps: (variables: Variables, who: Who) => { text: string; values: unknown[] }[];
  readonly answer: number;
  /** Makes the answer of that statement's row, where it is not its `data`. */
  readonly finish?: (row: Readonly<Record<string, unknown>>) => string;
}

/** Keeps what a repeated request is answered. */
export const keptAnswer = (person: string, key: string, act: string, input: object, answer: object) => ({
  text: `insert into platform_idempotency_key (actor_id, key, act, request_hash, answer) values ($1, $2, $3, $4, $5)`,
  values: [
    person,
    key,
    act,
    createHash('sha256').update(JSON.stringify(input)).digest('base64'),
    JSON.stringify(answer),
  ],
});

/** The key behind a global id. */
export const keyOf = (id: unknown): string =>
  String(id).replace(/^[a-z]+_(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** A global id, in SQL. */
export const gid = (prefix: string, expression: string): string =>
  `'${prefix}_' || replace(${expression}::text, '-', '')`;

/** An instant as the API writes it, in SQL. */
export const instant = (expression: string): string =>
  `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** An amount with its unit, in SQL; null where the amount is null. */
export const quantity = (amount: string, unit: string): string =>
  `case when ${amount} is not null then json_build_object('value', trim_scale(${amount})::text, 'unit', ${unit}, '__typename', 'Quantity') end`;

/** An amount of money, in SQL; null where the amount is null. */
export const money = (amount: string, currency: string): string =>
  `case when ${amount} is not null then json_build_object('amount', trim_scale(${amount})::text, 'currency', ${currency}, '__typename', 'Money') end`;

/** The cursor after a row. */
export const cursor = (key: string, id: string): string =>
  `translate(encode(convert_to(json_build_array(${key}::text, ${id})::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;

/** The answer of a page from its finished nodes, one row more than was asked for telling that there is a next page. */
export function pageOf(
  root: string,
  type: string,
  nodes: readonly string[],
  first: number,
  cursors: readonly string[],
): string {
  const shown = nodes.slice(0, first);
  const edges = shown.map((node) => `{"node":${node},"__typename":"${type}Edge"}`).join(',');
  const end = cursors[shown.length - 1];
  const info = `{"hasNextPage":${nodes.length > first},"endCursor":${end ? `"${end}"` : 'null'},"__typename":"PageInfo"}`;
  return `{"data":{"${root}":{"edges":[${edges}],"pageInfo":${info},"__typename":"${type}Connection"}}}`;
}
