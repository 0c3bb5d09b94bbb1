import type { Client } from '@urql/vue';
import type { VariablesOf } from '#ui/graphql/graphql.ts';
import { csvOf } from '#ui/files/csv.ts';
import { type StockRow, stockQuery } from './stock.documents.ts';

const PAGE = 100;

/** Every line that the list's filters let through, page by page. @throws CombinedError when a page cannot be read. */
async function everyRow(
  client: Client,
  variables: Omit<VariablesOf<typeof stockQuery>, 'first' | 'after'>,
): Promise<StockRow[]> {
  const rows: StockRow[] = [];
  for (let after: string | null = null, isMore = true; isMore;) {
    const asked: VariablesOf<typeof stockQuery> = { ...variables, first: PAGE, after };
    const { data, error } = await client.query(stockQuery, asked, { requestPolicy: 'network-only' }).toPromise();
    if (error) throw error;
    if (!data) break;
    rows.push(...data.vmiLines.edges.map(({ node }) => node));
    after = data.vmiLines.pageInfo.endCursor;
    isMore = data.vmiLines.pageInfo.hasNextPage;
  }
  return rows;
}

/** The list as CSV: figures with every digit, one column per step of time. */
export async function stockCsv(
  client: Client,
  variables: Omit<VariablesOf<typeof stockQuery>, 'first' | 'after'>,
): Promise<string> {
  const rows = await everyRow(client, variables);
  const steps = rows[0]?.projectedStock.map(({ startsOn }) => startsOn) ?? [];
  const head = [
    ...['item', 'name', 'site', 'unit', 'state', 'on_hand', 'in_receiving', 'in_transit', 'open_order'],
    ...['awaiting_answer', 'days_of_supply', 'stockout_on', 'as_of', ...steps],
  ];
  return csvOf([
    head,
    ...rows.map((row) => [
      ...[row.item?.sku ?? '', row.item?.name ?? '', row.site?.code ?? '', row.onHand.unit, row.colour],
      ...[row.onHand, row.inReceiving, row.inTransit, row.openOrder, row.awaitingAnswer].map(({ value }) => value),
      ...[row.daysOfSupply, row.stockoutOn, row.asOf].map((value) => value ?? ''),
      ...row.projectedStock.map(({ projected }) => projected ?? ''),
    ]),
  ]);
}
