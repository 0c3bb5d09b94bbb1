import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { localId } from '../../../platform/graphql/local-id.ts';
import { itemShape } from '../../catalog/item/item.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import type { OrderHeadDraft } from './order-drafts.service.ts';
import type { LineDraft } from './order-lines.service.ts';
import type { OrderHeadInput, SalesOrderLineInput } from './sales-order.inputs.ts';
import { salesOrderShape } from './sales-order.shape.ts';

export const showOrder = { order: salesOrderShape };

export const orderKey = ({ orderId }: { orderId: string }): string =>
  localId(salesOrderShape, orderId, ['input', 'orderId']);

/** For whom something is done: a customer acts for itself alone, the staff names one. @throws NotFound */
export function customerOf({ actor }: Work, customerId: string | null | undefined): string {
  const own = actor.audience === 'CUSTOMER' ? (actor.organisationId ?? '') : null;
  if (!customerId && own !== null) return own;
  if (!customerId) throw new NotFound({}, ['input', 'customerId']);
  const named = localId(organisationShape, customerId, ['input', 'customerId']);
  if (own !== null && named !== own) throw new NotFound({}, ['input', 'customerId']);
  return named;
}

/** Prices, discounts and freight are the staff's to set; what a customer says about them is not heard. */
const isOurs = ({ actor }: Work): boolean => actor.audience !== 'CUSTOMER';

export function headOf(work: Work, input: OrderHeadInput): OrderHeadDraft {
  const { requestedOn, customerReference, note, shipTo, freight } = input;
  return { requestedOn, customerReference, note, shipTo, freight: isOurs(work) ? freight : null } as OrderHeadDraft;
}

export function lineOf(work: Work, input: SalesOrderLineInput, path: readonly string[]): LineDraft {
  const { unit, quantity, requestedOn, unitPrice, discount } = input;
  return {
    itemId: localId(itemShape, input.itemId, [...path, 'itemId']),
    unit: unit ?? null,
    quantity,
    requestedOn: requestedOn ?? null,
    unitPrice: isOurs(work) ? (unitPrice ?? null) : null,
    discount: isOurs(work) ? (discount ?? null) : null,
  };
}

export const linesOf = (work: Work, inputs: readonly SalesOrderLineInput[], field: string): LineDraft[] =>
  inputs.map((input, index) => lineOf(work, input, ['input', field, String(index)]));
