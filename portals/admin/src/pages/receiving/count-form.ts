import type { FragmentOf, ResultOf, VariablesOf } from '#ui/graphql/graphql.ts';
import { orNull } from '#ui/forms/entry.ts';
import { rest } from './decimal.ts';
import type { noticeFields, openLinesQuery } from './notices.documents.ts';
import type { receiptPostMutation } from './receipts.documents.ts';

export type OpenLine = ResultOf<typeof openLinesQuery>['openScheduleLines']['edges'][number]['node'];
type NoticeLine = FragmentOf<typeof noticeFields>['lines'][number];
type LineInput = VariablesOf<typeof receiptPostMutation>['input']['lines'] extends infer Lines
  ? Lines extends readonly (infer Line)[]
    ? Line
    : Lines
  : never;

/** One line of a count: what it is about, and what was found. */
export interface CountForm {
  readonly key: string;
  readonly about: Pick<LineInput, 'noticeLineId' | 'scheduleLineId' | 'itemId'>;
  readonly sku: string;
  readonly name: string;
  readonly gtins: readonly string[];
  readonly sscc: string | null;
  readonly orderNumber: string | null;
  readonly unit: string;
  /** What should come; null when nobody ordered it. */
  readonly expected: string | null;
  readonly isLotTracked: boolean;
  received: string;
  rejected: string;
  quarantine: string;
  reason: string;
  lot: string;
}

const nothing = { rejected: '', quarantine: '', reason: '' };

interface CountedItem {
  readonly sku: string;
  readonly name: string;
  readonly gtin?: string | null;
  readonly isLotTracked: boolean;
  readonly units?: readonly { readonly gtin?: string | null }[];
}

function ofItem(item: CountedItem | null | undefined): Pick<CountForm, 'sku' | 'name' | 'gtins' | 'isLotTracked'> {
  if (!item) return { sku: '', name: '', gtins: [], isLotTracked: false };
  const gtins = [item.gtin, ...(item.units ?? []).map(({ gtin }) => gtin)];
  return {
    sku: item.sku,
    name: item.name,
    gtins: gtins.filter((gtin): gtin is string => Boolean(gtin)),
    isLotTracked: item.isLotTracked,
  };
}

/** What is announced and has not come yet is filled in: most shipments are as announced. */
export function countOfNoticeLine(line: NoticeLine): CountForm {
  const expected = rest(line.quantity.value, line.receivedQuantity.value);
  return {
    ...nothing,
    ...ofItem(line.item),
    key: line.id,
    about: { noticeLineId: line.id },
    sscc: line.handlingUnit?.sscc ?? null,
    orderNumber: line.scheduleLine?.orderNumber ?? null,
    unit: line.quantity.unit,
    expected,
    received: expected,
    lot: line.lot,
  };
}

export function countOfOpenLine(line: OpenLine): CountForm {
  return {
    ...nothing,
    ...ofItem(line.item),
    key: line.id,
    about: { scheduleLineId: line.id },
    sscc: null,
    orderNumber: line.orderNumber,
    unit: line.openQuantity.unit,
    expected: line.openQuantity.value,
    received: line.openQuantity.value,
    lot: '',
  };
}

export function countInput(line: CountForm): LineInput {
  return {
    ...line.about,
    receivedQuantity: line.received || '0',
    rejectedQuantity: orNull(line.rejected),
    quarantineQuantity: orNull(line.quarantine),
    rejectReason: orNull(line.reason),
    lot: orNull(line.lot),
    unit: line.about.itemId ? line.unit : null,
  };
}
