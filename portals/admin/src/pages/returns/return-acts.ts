import type { Return } from './return.documents.ts';

export type ReturnAct = 'reject' | 'close' | 'send' | 'approve' | 'receive' | 'inspect' | 'resolve';
export type Outcome = 'RESTOCK' | 'SCRAP' | 'RETURN_TO_SUPPLIER';
export type Resolution = Return['wantedResolution'];

/** In the order of the buttons, what brings the return on at the end. */
export const returnActs: readonly ReturnAct[] = ['reject', 'close', 'send', 'approve', 'receive', 'inspect', 'resolve'];
const primary: readonly ReturnAct[] = ['approve', 'receive', 'inspect', 'resolve'];
export const isPrimary = (act: ReturnAct): boolean => primary.includes(act);

export interface LineEntry {
  readonly id: string;
  readonly item: string;
  readonly unit: string;
  readonly isLotTracked: boolean;
  quantity: string;
  lot: string;
  outcome: Outcome;
  note: string;
}

/** What somebody enters before an act. */
export interface ReturnEntry {
  answer: string;
  carrier: string;
  tracking: string;
  resolution: Resolution;
  lines: LineEntry[];
}

export const entryOf = (shown: Return): ReturnEntry => ({
  ...{ answer: '', carrier: '', tracking: '' },
  resolution: shown.resolution ?? shown.wantedResolution,
  lines: shown.lines.map(({ id, item, lot }) => ({
    id,
    item: item?.sku ?? '',
    unit: item?.unit ?? '',
    isLotTracked: item?.isLotTracked ?? false,
    lot,
    ...{ quantity: '', outcome: 'RESTOCK' as const, note: '' },
  })),
});
