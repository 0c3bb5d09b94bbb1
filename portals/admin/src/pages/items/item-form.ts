import type { FragmentOf, VariablesOf } from '#ui/graphql/graphql.ts';
import { amountText, countFrom, orNull, quantityText } from '#ui/forms/entry.ts';
import type { itemFields, itemSaveMutation } from './items.documents.ts';

export type Item = FragmentOf<typeof itemFields>;
export type Supply = Item['supply'];

export interface ItemForm {
  sku: string;
  gtin: string;
  nameEn: string;
  nameZh: string;
  description: string;
  unit: string | null;
  supply: Supply | null;
  isSellable: boolean;
  isLotTracked: boolean;
  isActive: boolean;
  safetyStock: string;
  reorderPoint: string;
  leadTimeDays: string;
  standardCost: string;
  listPrice: string;
  currency: string;
}

const emptyForm: ItemForm = {
  sku: '',
  gtin: '',
  nameEn: '',
  nameZh: '',
  description: '',
  unit: null,
  supply: 'BUY',
  isSellable: false,
  isLotTracked: false,
  isActive: true,
  safetyStock: '',
  reorderPoint: '',
  leadTimeDays: '',
  standardCost: '',
  listPrice: '',
  currency: 'USD',
};

export function itemForm(item: Item | null): ItemForm {
  if (!item) return { ...emptyForm };
  const money = item.standardCost ?? item.listPrice;
  return {
    sku: item.sku,
    gtin: item.gtin ?? '',
    nameEn: item.nameEn,
    nameZh: item.nameZh,
    description: item.description,
    unit: item.unit,
    supply: item.supply,
    isSellable: item.isSellable,
    isLotTracked: item.isLotTracked,
    isActive: item.isActive,
    safetyStock: quantityText(item.safetyStock),
    reorderPoint: quantityText(item.reorderPoint),
    leadTimeDays: String(item.leadTimeDays),
    standardCost: amountText(item.standardCost),
    listPrice: amountText(item.listPrice),
    currency: money?.currency ?? emptyForm.currency,
  };
}

type Input = VariablesOf<typeof itemSaveMutation>['input'];

/** What belongs to the item and is not on the form stays as it was. */
function kept(item: Item | null): Pick<Input, 'id' | 'expectedVersion' | 'categoryId' | 'units'> {
  if (!item) return { units: [] };
  return {
    id: item.id,
    expectedVersion: item.version,
    categoryId: item.category?.id ?? null,
    units: item.units.map(({ unit, numerator, denominator, gtin }) => ({
      unit,
      numerator: Number(numerator),
      denominator: Number(denominator),
      gtin,
    })),
  };
}

/** The form as the API takes it; null while unit or supply are not chosen. */
export function itemInput(form: ItemForm, item: Item | null): Input | null {
  const { unit, supply } = form;
  if (!unit || !supply) return null;
  return {
    ...kept(item),
    ...form,
    unit,
    supply,
    gtin: orNull(form.gtin),
    safetyStock: orNull(form.safetyStock),
    reorderPoint: orNull(form.reorderPoint),
    leadTimeDays: countFrom(form.leadTimeDays),
    standardCost: orNull(form.standardCost),
    listPrice: orNull(form.listPrice),
  };
}
