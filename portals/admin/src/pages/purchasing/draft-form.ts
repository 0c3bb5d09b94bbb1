import type { FragmentOf, VariablesOf } from '#ui/graphql/graphql.ts';
import type { Choice } from '#ui/forms/choice.ts';
import { orNull } from '#ui/forms/entry.ts';
import type { orderDraftMutation } from './order-acts.documents.ts';
import type { orderFields } from './orders.documents.ts';

type Order = FragmentOf<typeof orderFields>;
type Input = VariablesOf<typeof orderDraftMutation>['input'];

export interface DeliveryForm {
  readonly key: number;
  requestedOn: string;
  quantity: string;
}

export interface LineForm {
  readonly key: number;
  item: Choice | null;
  unit: string | null;
  unitPrice: string;
  deliveries: DeliveryForm[];
}

export interface DraftForm {
  supplier: Choice | null;
  siteId: string | null;
  orderedOn: string;
  note: string;
  isConsignment: boolean;
  lines: LineForm[];
}

let lastKey = 0;

export function emptyDelivery(): DeliveryForm {
  return { key: ++lastKey, requestedOn: '', quantity: '' };
}

export function emptyLine(): LineForm {
  return { key: ++lastKey, item: null, unit: null, unitPrice: '', deliveries: [emptyDelivery()] };
}

export function emptyDraft(): DraftForm {
  return {
    supplier: null,
    siteId: null,
    orderedOn: '',
    note: '',
    isConsignment: false,
    lines: [emptyLine()],
  };
}

function lineOf(line: Order['lines'][number]): LineForm {
  return {
    key: ++lastKey,
    item: line.item && {
      value: line.item.id,
      label: `${line.item.sku} · ${line.item.name}`,
      detail: line.item.unit,
    },
    unit: line.unit,
    unitPrice: line.unitPrice.amount,
    deliveries: line.schedules.map(({ requestedOn, requestedQuantity }) => ({
      key: ++lastKey,
      requestedOn,
      quantity: requestedQuantity.value,
    })),
  };
}

export function draftOf(order: Order): DraftForm {
  return {
    supplier: order.supplier && { value: order.supplier.id, label: order.supplier.name },
    siteId: order.site?.id ?? null,
    orderedOn: order.orderedOn,
    note: order.note,
    isConsignment: order.isConsignment,
    lines: order.lines.map(lineOf),
  };
}

/** The draft as the API takes it; null while supplier or site are not chosen. Lines without an item are left to the field to refuse. */
export function draftInput(form: DraftForm): Omit<Input, 'idempotencyKey'> | null {
  if (!form.supplier || !form.siteId) return null;
  return {
    supplierId: form.supplier.value,
    siteId: form.siteId,
    orderedOn: orNull(form.orderedOn),
    note: form.note,
    isConsignment: form.isConsignment,
    lines: form.lines.map(({ item, unit, unitPrice, deliveries }) => ({
      itemId: item?.value ?? '',
      unit,
      unitPrice: orNull(unitPrice),
      schedules: deliveries.map(({ requestedOn, quantity }) => ({ requestedOn, quantity })),
    })),
  };
}
