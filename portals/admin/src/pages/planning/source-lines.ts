import type { Choice } from '#ui/forms/choice.ts';
import { orNull, quantityText } from '#ui/forms/entry.ts';
import { fractionOf, percentOf } from '#ui/forms/percent.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';
import type { planningItemQuery } from './planning.documents.ts';

type Source = NonNullable<ResultOf<typeof planningItemQuery>['planningItem']>['sources'][number];

/** A supplier of an item as a form has it; the share in percent. */
export interface SourceLine {
  supplier: Choice | null;
  share: string;
  weeklyCapacity: string;
}

export const newSource = (): SourceLine => ({ supplier: null, share: '100', weeklyCapacity: '' });

export const sourceLines = (sources: readonly Source[]): SourceLine[] =>
  sources.map(({ supplier, share, weeklyCapacity }) => ({
    supplier: supplier && { value: supplier.id, label: supplier.name },
    share: percentOf(share),
    weeklyCapacity: quantityText(weeklyCapacity),
  }));

export const sourceInputs = (lines: readonly SourceLine[]) =>
  lines.map(({ supplier, share, weeklyCapacity }) => ({
    supplierId: supplier?.value ?? '',
    share: fractionOf(share || '0'),
    weeklyCapacity: orNull(weeklyCapacity),
  }));
