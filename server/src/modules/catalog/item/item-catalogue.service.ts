import { LockMode } from '@mikro-orm/core';
import type { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import { minorUnits } from '../../../kernel/money.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { InvalidConversion, StockUnitIsFixed } from '../catalog.errors.ts';
import { checkGtin, notNegative, requireText } from '../checks.service.ts';
import { checkUnits } from '../unit/unit-list.service.ts';
import { ItemUnit } from './item-unit.entity.ts';
import { Item, type Supply } from './item.entity.ts';

export interface ItemUnitDraft {
  readonly unit: string;
  readonly numerator: number;
  readonly denominator: number;
  readonly gtin?: string | null;
}

/** An item as somebody wants it to be; the id and the version he saw when it exists. */
export interface ItemDraft {
  readonly id: string | null;
  readonly expectedVersion?: number | null;
  readonly sku: string;
  readonly gtin?: string | null;
  readonly nameEn: string;
  readonly nameZh: string;
  readonly description: string;
  readonly unit: string;
  readonly supply: Supply;
  readonly categoryId: string | null;
  readonly isSellable: boolean;
  readonly isLotTracked: boolean;
  readonly isActive: boolean;
  readonly standardCost?: Decimal | null;
  readonly listPrice?: Decimal | null;
  readonly currency: string;
  readonly safetyStock: Decimal;
  readonly reorderPoint: Decimal;
  readonly leadTimeDays: number;
  readonly units: readonly ItemUnitDraft[];
}

/** Keeps the list of items. */
export class ItemCatalogue {
  /**
   * Makes the item, or changes it when it has an id; its other units become those of the draft.
   * @throws InvalidGtin, DuplicateSku, StockUnitIsFixed, InvalidConversion, StaleObject
   */
  async save(work: Work, draft: ItemDraft): Promise<string> {
    this.check(draft);
    await checkUnits(work, [draft.unit, ...draft.units.map(({ unit }) => unit)]);
    const item = draft.id ? await this.existing(work, draft.id, draft) : new Item();
    work.em.persist(Object.assign(item, valuesOf(draft)));
    if (draft.id) await work.em.nativeDelete(ItemUnit, { itemId: item.id });
    for (const { unit, numerator, denominator, gtin } of draft.units) {
      work.em.persist(
        Object.assign(new ItemUnit(), {
          id: newId(),
          itemId: item.id,
          unitCode: unit,
          numerator: BigInt(numerator),
          denominator: BigInt(denominator),
          gtin: gtin ?? null,
        }),
      );
    }
    await work.em.flush();
    return item.id;
  }

  private async existing(work: Work, id: string, draft: ItemDraft): Promise<Item> {
    const item = await work.em.findOne(Item, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!item) throw new NotFound({}, ['input', 'id']);
    if (item.version !== draft.expectedVersion) throw new StaleObject({}, ['input', 'expectedVersion']);
    if (item.unitCode !== draft.unit) throw new StockUnitIsFixed({}, ['input', 'unit']);
    return item;
  }

  private check(draft: ItemDraft): void {
    requireText(draft.sku, ['input', 'sku']);
    requireText(draft.nameEn, ['input', 'nameEn']);
    minorUnits(draft.currency);
    checkGtin(draft.gtin, ['input', 'gtin']);
    for (const name of ['standardCost', 'listPrice', 'safetyStock', 'reorderPoint', 'leadTimeDays'] as const)
      notNegative(draft[name], ['input', name]);
    draft.units.forEach((unit, index) => this.checkConversion(draft, unit, index));
  }

  private checkConversion(draft: ItemDraft, unit: ItemUnitDraft, index: number): void {
    const path = ['input', 'units', String(index)];
    if (unit.unit === draft.unit || unit.numerator < 1 || unit.denominator < 1) throw new InvalidConversion({}, path);
    checkGtin(unit.gtin, [...path, 'gtin']);
  }
}

function valuesOf(draft: ItemDraft): Partial<Item> {
  const { id: _id, expectedVersion: _version, units: _units, unit, ...values } = draft;
  return {
    ...values,
    sku: draft.sku.trim(),
    gtin: draft.gtin ?? null,
    standardCost: draft.standardCost ?? null,
    listPrice: draft.listPrice ?? null,
    unitCode: unit,
  };
}

export const itemCatalogue = new ItemCatalogue();
