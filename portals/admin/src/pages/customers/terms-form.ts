import { countFrom, orNull } from '#ui/forms/entry.ts';
import { fractionOf, percentOf } from '#ui/forms/percent.ts';
import type { Customer, Terms } from './customer.documents.ts';

type Entered = Omit<Terms, 'id' | 'version' | 'receivable' | 'currency'>;

/** What holds for a customer nobody agreed terms with. */
const COMMON: Entered = {
  ...{ paymentDays: 30, cutoffDays: 0, taxRate: '0', taxRounding: 'LINE', holdReason: '' },
  ...{ isTaxInclusive: false, isFreightTaxed: true, confirmsAtOnce: true, allowsPartial: true, isOnHold: false },
  ...{ creditLimit: null, priceList: null, site: null, territory: null },
};

/** The terms of a customer as they are entered: numbers as text, the tax rate in percent. */
export function termsForm({ currency, customerTerms }: Customer) {
  const terms: Entered & { readonly currency: string } = customerTerms ?? { ...COMMON, currency };
  const { isTaxInclusive, isFreightTaxed, confirmsAtOnce, allowsPartial, isOnHold, holdReason } = terms;
  return {
    ...{ isTaxInclusive, isFreightTaxed, confirmsAtOnce, allowsPartial, isOnHold, holdReason },
    // A choice is empty until it is made.
    taxRounding: terms.taxRounding as Terms['taxRounding'] | null,
    currency: terms.currency,
    paymentDays: String(terms.paymentDays),
    cutoffDays: String(terms.cutoffDays),
    taxRate: percentOf(terms.taxRate),
    creditLimit: terms.creditLimit?.amount ?? '',
    priceListId: terms.priceList?.id ?? null,
    siteId: terms.site?.id ?? null,
    territoryId: terms.territory?.id ?? null,
  };
}
export type TermsForm = ReturnType<typeof termsForm>;

/** What the API is told of them. */
export function termsInput({ id, customerTerms }: Customer, form: TermsForm) {
  const { isTaxInclusive, isFreightTaxed, confirmsAtOnce, allowsPartial, isOnHold } = form;
  const { priceListId, siteId, territoryId } = form;
  return {
    customerId: id,
    expectedVersion: customerTerms?.version ?? null,
    currency: form.currency.trim().toUpperCase(),
    paymentDays: countFrom(form.paymentDays),
    cutoffDays: countFrom(form.cutoffDays),
    creditLimit: orNull(form.creditLimit),
    taxRate: fractionOf(form.taxRate || '0'),
    holdReason: isOnHold ? form.holdReason.trim() : '',
    ...{ isTaxInclusive, isFreightTaxed, confirmsAtOnce, allowsPartial, isOnHold, priceListId, siteId, territoryId },
    taxRounding: form.taxRounding ?? COMMON.taxRounding,
  };
}
