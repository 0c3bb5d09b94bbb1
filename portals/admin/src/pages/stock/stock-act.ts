import { type ComputedRef, type Ref, computed } from 'vue';
import type { Problems } from '#ui/forms/problems.ts';
import { useAct } from '#ui/forms/useAct.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';
import {
  stockAdjustMutation,
  stockChangeStatusMutation,
  stockIssueMutation,
  stockScrapMutation,
  stockTransferMutation,
} from './stock-acts.documents.ts';
import type { balancesQuery, stockItemQuery } from './stock.documents.ts';

export type Balance = ResultOf<typeof balancesQuery>['stockBalances']['edges'][number]['node'];
export type StockItem = NonNullable<ResultOf<typeof stockItemQuery>['item']>;
export type Status = Balance['status'];

export const stockActKinds = ['transfer', 'issue', 'status', 'adjust', 'scrap'] as const;
export type StockActKind = (typeof stockActKinds)[number];

export const permissionOf: Readonly<Record<StockActKind, string>> = {
  transfer: 'inventory.stock.transfer',
  issue: 'inventory.stock.issue',
  status: 'inventory.stock.change_status',
  adjust: 'inventory.stock.adjust',
  scrap: 'inventory.stock.scrap',
};

/** Everything the dialogs of the warehouse ask for; each act takes what concerns it. */
export interface StockActForm {
  readonly itemId: string;
  readonly locationId: string;
  readonly ownerId: string | null;
  readonly status: Status;
  readonly lot: string;
  readonly note: string;
  readonly quantity: string;
  readonly toLocationId: string;
  readonly issueTo: 'PRODUCTION' | 'CUSTOMER';
  readonly toStatus: Status;
}

export interface StockActs {
  readonly send: (kind: StockActKind, form: StockActForm) => Promise<boolean>;
  readonly isBusy: ComputedRef<boolean>;
  readonly problems: Readonly<Ref<Problems>>;
}

/** The five acts on a balance behind one dialog: `kind` says which of them is shown, and so whose problems are. */
export function useStockActs(kind: () => StockActKind): StockActs {
  const acts = {
    adjust: useAct(stockAdjustMutation, (data) => data.stockAdjust),
    transfer: useAct(stockTransferMutation, (data) => data.stockTransfer),
    issue: useAct(stockIssueMutation, (data) => data.stockIssue),
    scrap: useAct(stockScrapMutation, (data) => data.stockScrap),
    status: useAct(stockChangeStatusMutation, (data) => data.stockChangeStatus),
  };
  const senders: Readonly<Record<StockActKind, (form: StockActForm) => Promise<unknown>>> = {
    adjust: ({ itemId, locationId, lot, note, ownerId, status, quantity }) =>
      acts.adjust.run((idempotencyKey) => ({
        input: { idempotencyKey, itemId, locationId, lot, note, ownerId, status, change: quantity },
      })),
    transfer: ({ itemId, locationId, lot, note, ownerId, status, quantity, toLocationId }) =>
      acts.transfer.run((idempotencyKey) => ({
        input: { idempotencyKey, itemId, locationId, lot, note, ownerId, status, quantity, toLocationId },
      })),
    issue: ({ itemId, locationId, lot, note, quantity, issueTo }) =>
      acts.issue.run((idempotencyKey) => ({
        input: { idempotencyKey, itemId, locationId, lot, note, quantity, to: issueTo },
      })),
    scrap: ({ itemId, locationId, lot, note, status, quantity }) =>
      acts.scrap.run((idempotencyKey) => ({
        input: { idempotencyKey, itemId, locationId, lot, note, status, quantity },
      })),
    status: ({ itemId, locationId, lot, note, ownerId, status, quantity, toStatus }) =>
      acts.status.run((idempotencyKey) => ({
        input: { idempotencyKey, itemId, locationId, lot, note, ownerId, status, quantity, toStatus },
      })),
  };
  return {
    send: async (chosen, form) => (await senders[chosen](form)) !== null,
    isBusy: computed(() => acts[kind()].isBusy.value),
    problems: computed(() => acts[kind()].problems.value),
  };
}
