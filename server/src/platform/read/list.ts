import type { GraphQLResolveInfo } from 'graphql';
import { connectionText, cursorSql } from './connection-text.ts';
import { decodeCursor } from './cursor.ts';
import type { PageSql } from './page-sql.ts';
import { execute, layoutFor, planFor, statement, type Plan, type PlanRunner, type ReadInfo } from './reader.ts';
import { isAsked, setsBelow, setsOf } from './selection.ts';
import type { Row, Shape } from './shape.ts';
import { StatementBuilder } from './statement.ts';

/** One order of a list: a never-null expression with its SQL type; the id breaks ties in the same direction. */
export interface Sort {
  readonly by: (row: Row) => string;
  readonly type: string;
  readonly direction: 'asc' | 'desc';
}

/** A condition over the row; `value` is the placeholder of what the caller asked for. */
export type Filter = (row: Row, value: string) => string;

export interface ListSpec {
  readonly sorts: Readonly<Record<string, Sort>>;
  readonly filters?: Readonly<Record<string, Filter>>;
}

export interface PageArgs {
  readonly first: number;
  readonly after?: string | null | undefined;
  readonly sort: string;
  /** By filter name; null and undefined mean "not asked for". */
  readonly filter?: Readonly<Record<string, unknown>>;
}

export interface Connection<T> {
  readonly nodes: T[];
  readonly edges: { cursor: string; node: T }[];
  readonly pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
  readonly totalCount: number;
}

const CUTS = [1, 10, 25, 50, 100] as const;
/** How many rows are cut for a page of `first`: few different numbers, which the planner of the database can see. */
const cutOf = (first: number): number => CUTS.find((cut) => cut >= first) ?? first;

type ReadRow = { $cursor: string };

/** A list over a shape: named sorts and filters, keyset pages, one statement whatever is asked below. */
export function list<T>(shape: Shape, spec: ListSpec) {
  return {
    /** One page. `first` and `after` have been checked at the edge, by `checkPage`. */
    async read(runner: PlanRunner, info: ReadInfo, args: PageArgs): Promise<Connection<T>> {
      const asked = Object.entries(args.filter ?? {}).filter(([, wanted]) => wanted !== undefined && wanted !== null);
      const filters = asked.map(([name]) => name).sort();
      const told = asked.map(([name, wanted]) => (typeof wanted === 'boolean' ? `${name}=${wanted}` : name));
      const variant = [shape.type, args.sort, args.after ? 'after' : 'first', cutOf(args.first), ...told.sort()].join(
        ' ',
      );
      const plan = planFor(runner, info, info.fieldNodes[0] ?? info, variant, () =>
        planPage(shape, spec, args, filters, runner, info),
      );
      const place = args.after ? decodeCursor(args.after) : undefined;
      const inputs = { ...Object.fromEntries(asked), $first: args.first, $key: place?.key, $id: place?.id };
      const answer = await execute(runner, info, plan, inputs);
      if (info.wantsText) return answer as Connection<T>;
      const { rows, total } = answer as { rows: (T & ReadRow)[]; total?: number };
      return connection(rows, args.first, Boolean(args.after), total ?? 0);
    },
  };
}

function planPage(
  shape: Shape,
  spec: ListSpec,
  args: PageArgs,
  filters: string[],
  runner: PlanRunner,
  info: GraphQLResolveInfo,
): Plan {
  const builder = new StatementBuilder(runner.actor.audience, info, layoutFor(info));
  const page = pageSql(builder, shape, spec, args, filters);
  if (builder.layout.isText) return statement(builder, connectionText(builder, shape, page, Boolean(args.after), info));
  const sets = setsOf(info);
  const columns = builder.columns(shape, page.row, [
    ...setsBelow(sets, ['nodes'], info),
    ...setsBelow(sets, ['edges', 'node'], info),
  ]);
  const rows = builder.records(
    [...columns, `${cursorSql(page)} as "$cursor"`],
    `from (${page.cut}) ${page.row}${builder.joined(page.row)} order by ${page.order}`,
  );
  const total = isAsked(sets, 'totalCount', info) ? `, 'total', (select count(*) ${page.matching})` : '';
  return statement(builder, `json_build_object('rows', ${rows}${total})`);
}

function pageSql(builder: StatementBuilder, shape: Shape, spec: ListSpec, args: PageArgs, filters: string[]): PageSql {
  const sort = spec.sorts[args.sort];
  if (!sort) throw new Error(`${shape.type} has no sort ${args.sort}`);
  const row = builder.alias();
  const conditions = [builder.visibility(shape, row)];
  for (const name of filters) {
    const filter = spec.filters?.[name];
    if (!filter) throw new Error(`${shape.type} has no filter ${name}`);
    const wanted = args.filter?.[name];
    // Written out, so that a partial index can be seen to fit.
    conditions.push(filter(row, typeof wanted === 'boolean' ? String(wanted) : builder.bind((inputs) => inputs[name])));
  }
  const key = sort.by(row);
  const matching = `from ${shape.table} ${row} where ${conditions.join(' and ')}`;
  const order = `${key} ${sort.direction}, ${row}.id ${sort.direction}`;
  const after = args.after
    ? ` and (${key}, ${row}.id) ${sort.direction === 'asc' ? '>' : '<'} (${builder.bind((i) => i['$key'])}::text::${sort.type}, ${builder.bind((i) => i['$id'])}::uuid)`
    : '';
  // The page is cut before anything is joined to it; what is joined is read for the rows of the page alone.
  return {
    row,
    key,
    matching,
    order,
    cut: `select ${row}.* ${matching}${after} order by ${order} limit ${cutOf(args.first) + 1}`,
  };
}

function connection<T>(rows: (T & ReadRow)[], first: number, isAfter: boolean, totalCount: number): Connection<T> {
  const page = rows.slice(0, first);
  const edges = page.map((node) => ({ node, cursor: node.$cursor }));
  return {
    nodes: page,
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: isAfter,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}
