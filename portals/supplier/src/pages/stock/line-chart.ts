import type { ChartSeries } from '#ui/figures/chart-series.ts';
import type { StockLine } from './stock.documents.ts';

export interface ChartWords {
  readonly stock: string;
  readonly minimum: string;
  readonly reorderPoint: string;
  readonly maximum: string;
  readonly receipts: string;
}

/** Projected stock against its limits, with what comes in as bars; limits that are not agreed are left out. */
export function seriesOf({ projectedStock, limits }: StockLine, words: ChartWords): ChartSeries[] {
  const level = (amount: { readonly value: string } | null): (string | null)[] =>
    projectedStock.map(() => amount?.value ?? null);
  const lines: ChartSeries[] = [
    {
      name: words.stock,
      kind: 'line',
      tone: 'accent',
      values: projectedStock.map(({ projected }) => projected),
    },
    {
      name: words.receipts,
      kind: 'bar',
      tone: 'neutral',
      values: projectedStock.map(({ receipts }) => receipts),
    },
    { name: words.minimum, kind: 'limit', tone: 'danger', values: level(limits.minimum) },
    { name: words.reorderPoint, kind: 'limit', tone: 'warning', values: level(limits.reorderPoint) },
    { name: words.maximum, kind: 'limit', tone: 'info', values: level(limits.maximum) },
  ];
  return lines.filter(({ values }) => values.some((value) => value !== null));
}
