import { getNamedType, type GraphQLResolveInfo } from 'graphql';
import { NeedsExecutor } from './layout.ts';
import type { PageSql } from './page-sql.ts';
import { fieldsOf, setsOf, type Selection } from './selection.ts';
import type { Shape } from './shape.ts';
import type { StatementBuilder } from './statement.ts';

/** The cursor of a row: base64url of its sort key and its id; `parseCursor` reads it back. */
export const cursorSql = (page: PageSql): string =>
  `translate(encode(convert_to(json_build_array(${page.key}::text, ${page.row}.id)::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;

/** A whole connection as one JSON value: nodes, edges and page info as the document lays them out. */
export function connectionText(
  builder: StatementBuilder,
  shape: Shape,
  page: PageSql,
  isAfter: boolean,
  info: GraphQLResolveInfo,
): string {
  // Bound where it is written: a document that only counts has no use for it.
  let bound: string | null = null;
  const first = () => (bound ??= builder.bind((inputs) => inputs['$first']));
  const place = `row_number() over (order by ${page.order})`;
  const rows = `with page as materialized (select ${page.row}.*, ${place} as "$place" from (${page.cut}) ${page.row})`;
  const inPage = (columns: readonly string[]) =>
    builder.records(
      columns,
      `from page ${page.row}${builder.joined(page.row)} where ${page.row}."$place" <= ${first()}::int order by ${page.row}."$place"`,
    );
  const type = getNamedType(info.returnType).name;
  const edge = (selection: Selection): string => {
    if (selection.node.name.value === 'cursor') return cursorSql(page);
    if (selection.node.name.value === 'node')
      return builder.record(builder.columns(shape, page.row, selection.sets), '');
    return builder.typeName(selection.node.name.value, type.replace(/Connection$/, 'Edge'));
  };
  const parts: Readonly<Record<string, (selection: Selection) => string>> = {
    nodes: ({ sets }) => inPage(builder.columns(shape, page.row, sets)),
    edges: ({ sets }) =>
      inPage(fieldsOf(sets, undefined, info, builder.layout.keyOf).map((one) => `${edge(one)} as "${one.output}"`)),
    pageInfo: ({ sets }) =>
      object(fieldsOf(sets, undefined, info, builder.layout.keyOf), (one) =>
        pageInfo(one.node.name.value, page, first, isAfter, builder),
      ),
    totalCount: () => `(select count(*) ${page.matching})`,
  };
  const answer = object(fieldsOf(setsOf(info), undefined, info, builder.layout.keyOf), (one) => {
    const name = one.node.name.value;
    return parts[name]?.(one) ?? builder.typeName(name, type);
  });
  return `(${rows} select ${answer})`;
}

function pageInfo(
  name: string,
  page: PageSql,
  first: () => string,
  isAfter: boolean,
  builder: StatementBuilder,
): string {
  const cursor = `(select ${cursorSql(page)} from page ${page.row} where ${page.row}."$place"`;
  switch (name) {
    case 'hasNextPage':
      return `(select count(*) > ${first()}::int from page)`;
    case 'hasPreviousPage':
      return String(isAfter);
    case 'startCursor':
      return `${cursor} = 1)`;
    case 'endCursor':
      return `${cursor} <= ${first()}::int order by ${page.row}."$place" desc limit 1)`;
    default:
      return builder.typeName(name, 'PageInfo');
  }
}

function object(selections: readonly Selection[], sql: (selection: Selection) => string): string {
  if (selections.length === 0) throw new NeedsExecutor('an empty selection');
  return `json_build_object(${selections.map((one) => `'${one.output}', ${sql(one)}`).join(', ')})`;
}
