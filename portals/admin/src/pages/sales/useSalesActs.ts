import type { Ref, ShallowRef } from 'vue';
import type { Problems } from '#ui/forms/problems.ts';
import { useAct } from '#ui/forms/useAct.ts';
import { issueInvoiceMutation } from '../../shared/issue-invoice.documents.ts';
import * as steps from './order-steps.documents.ts';
import * as stops from './order-stops.documents.ts';
import type { SalesOrder } from './order.documents.ts';
import type { SalesAct } from './sales-acts.ts';

export interface SalesActDone {
  readonly state: SalesOrder['state'] | null;
  /** The number of the invoice that was made. */
  readonly invoice: string | null;
}
interface SalesActSender {
  readonly send: (order: SalesOrder, reason: string) => Promise<SalesActDone | null>;
  readonly isBusy: Readonly<Ref<boolean>>;
  readonly problems: Readonly<ShallowRef<Problems>>;
}

const step = ({ id, version }: SalesOrder, idempotencyKey: string) => ({
  idempotencyKey,
  orderId: id,
  expectedVersion: version,
});

function useStep(mutation: typeof steps.confirmMutation): SalesActSender {
  const { run, isBusy, problems } = useAct(mutation, (data) => data.done);
  return {
    ...{ isBusy, problems },
    send: async (order) => {
      const payload = await run((key) => ({ input: step(order, key) }));
      return payload && { state: payload.order?.state ?? null, invoice: null };
    },
  };
}

function useReasoned(mutation: typeof stops.holdMutation): SalesActSender {
  const { run, isBusy, problems } = useAct(mutation, (data) => data.done);
  return {
    ...{ isBusy, problems },
    send: async (order, reason) => {
      const payload = await run((key) => ({ input: { ...step(order, key), reason } }));
      return payload && { state: payload.order?.state ?? null, invoice: null };
    },
  };
}

function useInvoicing(): SalesActSender {
  const { run, isBusy, problems } = useAct(issueInvoiceMutation, (data) => data.invoiceIssue);
  return {
    ...{ isBusy, problems },
    send: async ({ id }) => {
      const payload = await run((idempotencyKey) => ({ input: { idempotencyKey, orderId: id } }));
      return payload && { state: null, invoice: payload.invoice?.number ?? null };
    },
  };
}

/** Every act on a whole order, ready to be sent. */
export function useSalesActs(): Readonly<Record<SalesAct, SalesActSender>> {
  return {
    submit: useStep(steps.submitMutation),
    reprice: useStep(steps.repriceMutation),
    confirm: useStep(steps.confirmMutation),
    release: useStep(steps.releaseMutation),
    allocate: useStep(steps.allocateMutation),
    hold: useReasoned(stops.holdMutation),
    close: useReasoned(stops.closeMutation),
    cancel: useReasoned(stops.cancelMutation),
    invoice: useInvoicing(),
  };
}
