import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import type { Decimal } from '../../../kernel/decimal.ts';
import { minorUnits } from '../../../kernel/money.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { InvalidConversion, InvalidOrderQuantities, InvalidPriceBreak, NotASupplier } from '../catalog.errors.ts';
import { notNegative } from '../checks.service.ts';
import { Item } from '../item/item.entity.ts';
import { checkUnits } from '../unit/unit-list.service.ts';
import { PriceBreak } from './price-break.entity.ts';
import { SupplierItem } from './supplier-item.entity.ts';

export interface PriceBreakDraft {
  readonly fromQuantity: Decimal;
  readonly unitPrice: Decimal;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
}

/** The terms of a supplier for an item as somebody wants them; quantities in order units. */
export interface SupplierItemDraft {
  readonly id: string | null;
  readonly expectedVersion?: number | null;
  readonly supplierId: string;
  readonly itemId: string;
  readonly supplierSku: string;
  readonly orderUnit: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly minimumQuantity: Decimal;
  readonly orderMultiple: Decimal;
  readonly maximumQuantity?: Decimal | null;
  readonly leadTimeDays: number;
  readonly currency: string;
  readonly isPreferred: boolean;
  readonly isActive: boolean;
  readonly priceBreaks: readonly PriceBreakDraft[];
}

/** Keeps the terms on which suppliers supply items, with their prices. */
export class SupplierItems {
  /** @throws NotASupplier, DuplicateSupplierItem, InvalidOrderQuantities, InvalidPriceBreak, StaleObject */
  async save(work: Work, draft: SupplierItemDraft): Promise<string> {
    check(draft);
    await checkUnits(work, [draft.orderUnit], ['input', 'orderUnit']);
    const terms = draft.id ? await this.existing(work, draft) : await this.opened(work, draft);
    work.em.persist(Object.assign(terms, valuesOf(draft)));
    if (draft.id) await work.em.nativeDelete(PriceBreak, { supplierItemId: terms.id });
    for (const price of draft.priceBreaks) work.em.persist(priceOf(terms, price));
    await work.em.flush();
    if (draft.isPreferred) await this.preferOnly(work, terms);
    return terms.id;
  }

  private async existing(work: Work, draft: SupplierItemDraft): Promise<SupplierItem> {
    const terms = await work.em.findOne(SupplierItem, draft.id as string, {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    if (!terms || terms.supplierId !== draft.supplierId || terms.itemId !== draft.itemId)
      throw new NotFound({}, ['input', 'id']);
    if (terms.version !== draft.expectedVersion) throw new StaleObject({}, ['input', 'expectedVersion']);
    return terms;
  }

  private async opened(work: Work, draft: SupplierItemDraft): Promise<SupplierItem> {
    const supplier = await work.em.findOne(Organisation, draft.supplierId);
    if (!supplier) throw new NotFound({}, ['input', 'supplierId']);
    if (!supplier.isSupplier) throw new NotASupplier({}, ['input', 'supplierId']);
    if (!(await work.em.findOne(Item, draft.itemId))) throw new NotFound({}, ['input', 'itemId']);
    return Object.assign(new SupplierItem(), { supplierId: draft.supplierId, itemId: draft.itemId });
  }

  private async preferOnly(work: Work, terms: SupplierItem): Promise<void> {
    await sql`
      update catalog_supplier_item set is_preferred = false, version = version + 1
      where item_id = ${terms.itemId} and id <> ${terms.id} and is_preferred`.execute(work.sql);
  }
}

function check(draft: SupplierItemDraft): void {
  minorUnits(draft.currency);
  if (draft.numerator < 1 || draft.denominator < 1) throw new InvalidConversion({}, ['input', 'numerator']);
  notNegative(draft.minimumQuantity, ['input', 'minimumQuantity']);
  notNegative(draft.leadTimeDays, ['input', 'leadTimeDays']);
  if (draft.orderMultiple.lte(0)) throw new InvalidOrderQuantities({}, ['input', 'orderMultiple']);
  if (draft.maximumQuantity?.lt(draft.minimumQuantity))
    throw new InvalidOrderQuantities({}, ['input', 'maximumQuantity']);
  draft.priceBreaks.forEach((price, index) => {
    const isBackwards = price.validFrom && price.validTo && price.validTo < price.validFrom;
    if (price.unitPrice.lt(0) || price.fromQuantity.lt(0) || isBackwards)
      throw new InvalidPriceBreak({}, ['input', 'priceBreaks', String(index)]);
  });
}

const valuesOf = (draft: SupplierItemDraft): Partial<SupplierItem> => ({
  supplierSku: draft.supplierSku.trim(),
  orderUnitCode: draft.orderUnit,
  numerator: BigInt(draft.numerator),
  denominator: BigInt(draft.denominator),
  minimumQuantity: draft.minimumQuantity,
  orderMultiple: draft.orderMultiple,
  maximumQuantity: draft.maximumQuantity ?? null,
  leadTimeDays: draft.leadTimeDays,
  currency: draft.currency,
  isPreferred: draft.isPreferred,
  isActive: draft.isActive,
});

const priceOf = (terms: SupplierItem, price: PriceBreakDraft): PriceBreak =>
  Object.assign(new PriceBreak(), {
    supplierItemId: terms.id,
    supplierId: terms.supplierId,
    fromQuantity: price.fromQuantity,
    unitPrice: price.unitPrice,
    validFrom: price.validFrom ?? '-infinity',
    validTo: price.validTo ?? 'infinity',
  });

export const supplierItems = new SupplierItems();
