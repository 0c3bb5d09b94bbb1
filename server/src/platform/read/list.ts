import type { GraphQLResolveInfo } from 'graphql';
import type { Row, Shape } from './shape.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { execute, planFor, type Plan, type PlanRunner } from './reader.ts';
import { isAsked, setsBelow, setsOf } from './selection.ts';
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

type ReadRow = { $key: string; $id: string };

/** A list over a shape: named sorts and filters, keyset pages, one statement whatever is asked below. */
export function list<T>(shape: Shape, spec: ListSpec) {
  return {
    /** One page. `first` and `after` have been checked at the edge, by `checkPage`. */
    async read(runner: PlanRunner, info: GraphQLResolveInfo, args: PageArgs): Promise<Connection<T>> {
      const sort = spec.sorts[args.sort];
      if (!sort) throw new Error(`${shape.type} has no sort ${args.sort}`);
      const asked = Object.entries(args.filter ?? {}).filter(
        ([, wanted]) => wanted !== undefined && wanted !== null,
      );
      const filters = asked.map(([name]) => name).sort();
      const variant = [
        shape.type,
        runner.actor.audience,
        args.sort,
        args.after ? 'after' : 'first',
        ...filters,
      ].join(' ');
      const plan = planFor(info.fieldNodes[0] ?? info, variant, () =>
        planPage(shape, spec, sort, filters, Boolean(args.after), runner, info),
      );
      const place = args.after ? decodeCursor(args.after) : undefined;
      const inputs = {
        ...Object.fromEntries(asked),
        $limit: args.first + 1,
        $key: place?.key,
        $id: place?.id,
      };
      const answer = (await execute(runner, plan, inputs, info.variableValues)) as {
        rows: (T & ReadRow)[];
        total?: number;
      };
      return connection(answer.rows, args.first, Boolean(args.after), answer.total ?? 0);
    },
  };
}

function planPage(
  shape: Shape,
  spec: ListSpec,
  sort: Sort,
  filters: string[],
  isAfter: boolean,
  runner: PlanRunner,
  info: GraphQLResolveInfo,
): Plan {
  const builder = new StatementBuilder(runner.actor.audience, info);
  const row = builder.alias();
  const conditions = [builder.visibility(shape, row)];
  for (const name of filters) {
    const filter = spec.filters?.[name];
    if (!filter) throw new Error(`${shape.type} has no filter ${name}`);
    conditions.push(
      filter(
        row,
        builder.bind((inputs) => inputs[name]),
      ),
    );
  }
  const matching = `from ${shape.table} ${row} where ${conditions.join(' and ')}`;
  const key = sort.by(row);
  const sets = setsOf(info);
  const after = isAfter
    ? ` and (${key}, ${row}.id) ${sort.direction === 'asc' ? '>' : '<'} (${builder.bind((i) => i['$key'])}::text::${sort.type}, ${builder.bind((i) => i['$id'])}::uuid)`
    : '';
  // The page is cut before anything is joined to it; what is joined is read for the rows of the page alone.
  const page = `from (select ${row}.* ${matching}${after} order by ${key} ${sort.direction}, ${row}.id ${sort.direction} limit ${builder.bind((i) => i['$limit'])}::int) ${row} order by ${key} ${sort.direction}, ${row}.id ${sort.direction}`;
  const columns = builder.columns(shape, row, [
    ...setsBelow(sets, ['nodes'], info),
    ...setsBelow(sets, ['edges', 'node'], info),
  ]);
  const rows = builder.records([...columns, `${key}::text as "$key"`, `${row}.id as "$id"`], page);
  const isCounted = isAsked(sets, 'totalCount', info);
  const total = isCounted ? `, 'total', (select count(*) ${matching})` : '';
  return { text: `select json_build_object('rows', ${rows}${total}) as data`, slots: builder.slots };
}

function connection<T>(
  rows: (T & ReadRow)[],
  first: number,
  isAfter: boolean,
  totalCount: number,
): Connection<T> {
  const page = rows.slice(0, first);
  const edges = page.map((node) => ({ node, cursor: encodeCursor({ key: node.$key, id: node.$id }) }));
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
