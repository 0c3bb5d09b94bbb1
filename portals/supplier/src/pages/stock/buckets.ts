import { formatDate, formatDecimal } from '#ui/i18n/format.ts';
import type { Bucket, StockColour, StockRow } from './stock.documents.ts';

export const bucketSizes = ['DAY', 'WEEK', 'MONTH'] as const;
export type BucketSize = (typeof bucketSizes)[number];

export const stockColours = ['OUT_OF_STOCK', 'BELOW_MIN', 'ON_TRACK', 'ABOVE_MAX', 'NO_DATA'] as const;

/** How many steps stand side by side; the horizon of a usual agreement is 90 days. */
export const bucketCounts: Readonly<Record<BucketSize, number>> = { DAY: 21, WEEK: 13, MONTH: 6 };

/** A shape for each colour, so that nobody needs to tell colours apart. */
export const colourMarks: Readonly<Record<StockColour, string>> = {
  OUT_OF_STOCK: '✕',
  BELOW_MIN: '▼',
  ON_TRACK: '',
  ABOVE_MAX: '▲',
  NO_DATA: '?',
};

const LONG_FIGURE = 10_000;
/** In a cell of the grid a figure has room for about four characters. */
export const CELL_FIGURE = 1_000;

/** A figure in a few characters: 1,234 stays, 12,345 is "12.3K". The exact one is a page away, and in the words of the cell. */
export function shortFigure(value: string | null, longFrom = LONG_FIGURE): string {
  if (value === null) return '–';
  const size = Math.abs(Number(value));
  if (size >= longFrom)
    return formatDecimal(value, { notation: 'compact', maximumFractionDigits: size >= 100_000 ? 0 : 1 });
  return formatDecimal(value, { maximumFractionDigits: size < 10 ? 1 : 0 });
}

/** Days of supply in a figure a reader compares: 3.6, 41. */
export function shortDays(value: string | null): string {
  if (value === null) return '–';
  return formatDecimal(value, { maximumFractionDigits: Math.abs(Number(value)) < 10 ? 1 : 0 });
}

/** What a cell says to those who do not see it. */
export function cellWords(
  row: StockRow,
  bucket: Bucket,
  words: (named: Record<string, string>) => string,
  state: string,
  unknown: string,
): string {
  return words({
    from: formatDate(bucket.startsOn),
    to: formatDate(bucket.endsOn),
    amount: bucket.projected === null ? unknown : formatDecimal(bucket.projected),
    unit: row.onHand.unit,
    state,
  });
}
