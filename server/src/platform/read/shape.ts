import type { Audience } from '../access/actor.ts';

/** The name under which a row of a table stands in the statement being built. */
export type Row = string;
/** Hands out placeholders: `arg('from', 'date')` gives that of a field argument, e.g. `$3::date`. */
export interface Arg {
  (name: string, type: string): string;
  /** What the reader may do, as text[]. */
  readonly actions: () => string;
  /** Of the acts that stand under each name, those that the reader may do: jsonb, an array under each name. */
  readonly permitted: (acts: Acts) => string;
  /** The reader's language, as text. */
  readonly locale: () => string;
  /** An expression over the row that several fields use: worked out once for the row. */
  readonly once: (sql: string) => string;
  /** A query over the row whose columns several fields use, read once for the row: the name they stand under. */
  readonly beside: (query: string) => Row;
}
/** Acts by the name of a permission, under whatever decides which of them are offered. */
export type Acts = Readonly<Record<string, readonly string[]>>;
type Expression = string | ((row: Row, arg: Arg) => string);

/** How one field of a shape is read; the planner only ever asks for what the selection names. */
export type Field =
  | { readonly kind: 'value'; readonly sql: (row: Row, arg: Arg) => string }
  | { readonly kind: 'embed'; readonly fields: Fields; readonly exists?: (row: Row, arg: Arg) => string }
  | {
      readonly kind: 'one';
      readonly shape: () => Shape;
      readonly on: (row: Row, child: Row, arg: Arg) => string;
    }
  | {
      readonly kind: 'many';
      readonly shape: () => Shape;
      readonly on: (row: Row, child: Row, arg: Arg) => string;
      readonly order: (child: Row) => string;
    }
  | { readonly kind: 'needs'; readonly values: Readonly<Record<string, (row: Row, arg: Arg) => string>> };
export type Fields = Record<string, Field>;

/** Which rows somebody may see, as a condition over the row. An audience that is not named sees none. */
export type Visibility = Readonly<Partial<Record<Audience, 'all' | ((row: Row) => string)>>>;

/** How a GraphQL type is read from its table: the only way rows reach a reader. */
export interface Shape {
  readonly type: string;
  /** Three letters that begin the global ids of this type. */
  readonly prefix: string;
  readonly table: string;
  readonly visible: Visibility;
  readonly fields: Fields;
}

const shapes = new Map<string, Shape>();
const prefixes = new Map<string, Shape>();

/** Declares how `type` is read. `id` comes with it, as the opaque global id. */
export function shape(declared: Shape): Shape {
  if (shapes.has(declared.type)) throw new Error(`The shape of ${declared.type} is declared twice`);
  if (prefixes.has(declared.prefix)) throw new Error(`The id prefix ${declared.prefix} is taken twice`);
  const made: Shape = { ...declared, fields: { id: globalId(declared.prefix, 'id'), ...declared.fields } };
  shapes.set(declared.type, made);
  prefixes.set(declared.prefix, made);
  return made;
}

/** Adds fields to the shape of a lower module, so that one statement still reads both. */
export function extendShape(target: Shape, fields: Fields): void {
  for (const [name, field] of Object.entries(fields)) {
    if (target.fields[name]) throw new Error(`${target.type}.${name} is declared twice`);
    target.fields[name] = field;
  }
}

/** The shape behind a global id's prefix, for `node(id)`. */
export const shapeOfPrefix = (prefix: string): Shape | undefined => prefixes.get(prefix);
/** Whether statements answer a GraphQL type. */
export const isShaped = (type: string): boolean => shapes.has(type);
/** Every declared shape: the isolation walk and the schema test go through them. */
export const declaredShapes = (): readonly Shape[] => [...shapes.values()];

const toSql = (expression: Expression) =>
  typeof expression === 'string' ? (row: Row) => `${row}.${expression}` : expression;

/** A column by its name, or an expression over the row. Text, integers, booleans, dates, string arrays. */
export const value = (expression: Expression): Field => ({ kind: 'value', sql: toSql(expression) });

/** An exact number, as text without trailing zeros: JSON numbers would lose digits. */
export const decimal = (expression: Expression): Field => {
  const sql = toSql(expression);
  return { kind: 'value', sql: (row, arg) => `trim_scale(${sql(row, arg)})::text` };
};

/** An amount with its unit, read as `Quantity`; null where the amount is null. */
export const quantity = (amount: Expression, unit: Expression): Field => pair(amount, unit, 'value', 'unit');

/** An amount with its currency, read as `Money`; null where the amount is null. */
export const money = (amount: Expression, currency: Expression): Field => pair(amount, currency, 'amount', 'currency');

function pair(amount: Expression, label: Expression, amountName: string, labelName: string): Field {
  const exact = readOnce(amount);
  return {
    kind: 'embed',
    fields: { [amountName]: decimal(exact), [labelName]: value(readOnce(label)) },
    exists: (row, arg) => `${exact(row, arg)} is not null`,
  };
}

/** What is looked up in another table, a row looks up once for all that shows it. */
function readOnce(expression: Expression) {
  const sql = toSql(expression);
  return (row: Row, arg: Arg): string => {
    const text = sql(row, arg);
    return text.startsWith('(select ') ? arg.once(text) : text;
  };
}

/** An instant as it is written in JSON, ISO 8601 in UTC, as SQL: for JSON that a shape builds by hand. */
export const instantSql = (sql: string): string =>
  `to_char(${sql} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** An instant as ISO 8601 in UTC. */
export const instant = (expression: Expression): Field => {
  const sql = toSql(expression);
  return { kind: 'value', sql: (row, arg) => instantSql(sql(row, arg)) };
};

/** The opaque global id of a uuid, as SQL. */
export const globalIdSql = (prefix: string, sql: string): string => `'${prefix}_' || replace(${sql}::text, '-', '')`;

/** The opaque global id of the row that a uuid column names. */
export const globalId = (prefix: string, expression: Expression): Field => {
  const sql = toSql(expression);
  return { kind: 'value', sql: (row, arg) => globalIdSql(prefix, sql(row, arg)) };
};

/** A related row that this one names, or null; also null where the reader may not see it. */
export const one = (related: () => Shape, on: (row: Row, child: Row, arg: Arg) => string): Field => ({
  kind: 'one',
  shape: related,
  on,
});

/** The rows that belong to this one. Only for lists that are short by their nature (the lines of an order). */
export const many = (
  related: () => Shape,
  on: (row: Row, child: Row, arg: Arg) => string,
  order: (child: Row) => string,
): Field => ({
  kind: 'many',
  shape: related,
  on,
  order,
});

/** Fields of the same row under a type of their own. */
export const embed = (fields: Fields): Field => ({ kind: 'embed', fields });

/** A text kept in two languages, in the reader's; English where the other is empty. */
export const localized = (english: Expression, chinese: Expression): Field => {
  const [en, zh] = [toSql(english), toSql(chinese)];
  return {
    kind: 'value',
    sql: (row, arg) =>
      `case when ${arg.locale()} = 'zh-CN' and ${zh(row, arg)} <> '' then ${zh(row, arg)} else ${en(row, arg)} end`,
  };
};

/** What the reader may do with the row now: the acts its state offers, as far as they are his. */
export const allowedActions = (state: Expression, acts: Acts): Field => {
  const sql = toSql(state);
  return { kind: 'value', sql: (row, arg) => `coalesce(${arg.permitted(acts)} -> (${sql(row, arg)})::text, '[]')` };
};

/** A field answered by a resolver in code, from values of the row: each is found there under `$name`. */
export const needs = (values: Record<string, Expression>): Field => ({
  kind: 'needs',
  values: Object.fromEntries(Object.entries(values).map(([name, expression]) => [name, toSql(expression)])),
});
