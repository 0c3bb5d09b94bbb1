import type { FragmentOf, VariablesOf } from '#ui/graphql/graphql.ts';
import { countFrom, orNull, quantityText } from '#ui/forms/entry.ts';
import type { supplierItemFields, supplierItemSaveMutation } from './items.documents.ts';

export type Term = FragmentOf<typeof supplierItemFields>;

export interface PriceForm {
  readonly key: string;
  fromQuantity: string;
  unitPrice: string;
  validFrom: string;
  validTo: string;
}

export interface TermForm {
  supplierSku: string;
  orderUnit: string | null;
  numerator: string;
  denominator: string;
  minimumQuantity: string;
  orderMultiple: string;
  maximumQuantity: string;
  leadTimeDays: string;
  currency: string;
  isPreferred: boolean;
  isActive: boolean;
  priceBreaks: PriceForm[];
}

export function termForm(term: Term | null): TermForm {
  if (!term)
    return {
      supplierSku: '',
      orderUnit: null,
      numerator: '1',
      denominator: '1',
      minimumQuantity: '',
      orderMultiple: '1',
      maximumQuantity: '',
      leadTimeDays: '',
      currency: 'USD',
      isPreferred: false,
      isActive: true,
      priceBreaks: [],
    };
  const { supplierSku, orderUnit, numerator, denominator, currency, isPreferred, isActive } = term;
  return {
    ...{ supplierSku, orderUnit, numerator, denominator, currency, isPreferred, isActive },
    minimumQuantity: quantityText(term.minimumQuantity),
    orderMultiple: quantityText(term.orderMultiple),
    maximumQuantity: quantityText(term.maximumQuantity),
    leadTimeDays: String(term.leadTimeDays),
    priceBreaks: term.priceBreaks.map((price) => ({
      key: price.id,
      fromQuantity: price.fromQuantity,
      unitPrice: price.unitPrice.amount,
      validFrom: price.validFrom ?? '',
      validTo: price.validTo ?? '',
    })),
  };
}

type Input = VariablesOf<typeof supplierItemSaveMutation>['input'];

/** The form as the API takes it; null while the order unit is not chosen. */
export function termInput(
  form: TermForm,
  about: Pick<Input, 'id' | 'expectedVersion' | 'supplierId' | 'itemId'>,
): Input | null {
  if (!form.orderUnit) return null;
  return {
    ...about,
    ...form,
    orderUnit: form.orderUnit,
    numerator: Number(form.numerator),
    denominator: Number(form.denominator),
    minimumQuantity: orNull(form.minimumQuantity),
    orderMultiple: orNull(form.orderMultiple),
    maximumQuantity: orNull(form.maximumQuantity),
    leadTimeDays: countFrom(form.leadTimeDays),
    priceBreaks: form.priceBreaks.map(({ fromQuantity, unitPrice, validFrom, validTo }) => ({
      fromQuantity: fromQuantity || '0',
      unitPrice,
      validFrom: orNull(validFrom),
      validTo: orNull(validTo),
    })),
  };
}
