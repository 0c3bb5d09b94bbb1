import { countFrom, orNull } from '#ui/forms/entry.ts';
import { fractionOf, percentOf } from '../../shared/percent.ts';
import type { Customer } from './customer.documents.ts';

/** The terms of a customer as they are entered: numbers as text, the tax rate in percent. */
export function termsForm({ currency, customerTerms: terms }: Customer) {
  return {
    currency: terms?.currency ?? currency,
    paymentDays: String(terms?.paymentDays ?? 30),
    creditLimit: terms?.creditLimit?.amount ?? '',
    taxRate: percentOf(terms?.taxRate ?? '0'),
    cutoffDays: String(terms?.cutoffDays ?? 0),
    isTaxInclusive: terms?.isTaxInclusive ?? false,
    confirmsAtOnce: terms?.confirmsAtOnce ?? true,
    allowsPartial: terms?.allowsPartial ?? true,
    isOnHold: terms?.isOnHold ?? false,
    holdReason: terms?.holdReason ?? '',
    taxRounding: terms?.taxRounding ?? ('LINE' as const),
    priceListId: terms?.priceList?.id ?? null,
    siteId: terms?.site?.id ?? null,
  };
}
export type TermsForm = ReturnType<typeof termsForm>;

/** What the API is told of them. */
export function termsInput({ id, customerTerms }: Customer, form: TermsForm) {
  const { isTaxInclusive, confirmsAtOnce, allowsPartial, isOnHold, taxRounding, priceListId, siteId } = form;
  return {
    customerId: id,
    expectedVersion: customerTerms?.version ?? null,
    currency: form.currency.trim().toUpperCase(),
    paymentDays: countFrom(form.paymentDays),
    cutoffDays: countFrom(form.cutoffDays),
    creditLimit: orNull(form.creditLimit),
    taxRate: fractionOf(form.taxRate || '0'),
    holdReason: isOnHold ? form.holdReason.trim() : '',
    ...{ isTaxInclusive, confirmsAtOnce, allowsPartial, isOnHold, taxRounding, priceListId, siteId },
  };
}
