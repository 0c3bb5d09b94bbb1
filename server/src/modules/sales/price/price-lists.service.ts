import { LockMode } from '@mikro-orm/core';
import type { Decimal } from '../../../kernel/decimal.ts';
import { Money } from '../../../kernel/money.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { unitConversion } from '../../catalog/item/unit-conversion.service.ts';
import { Price } from './price.entity.ts';
import { PriceList } from './price-list.entity.ts';
import { Promotion } from './promotion.entity.ts';

/** What is known of a document that is made, or written anew when it names its id and the version that was read. */
export interface Versioned {
  readonly id?: string | null;
  readonly expectedVersion?: number | null;
}
export type PriceListDraft = Versioned & Partial<Omit<PriceList, 'id' | 'version' | 'createdAt'>>;
export type PromotionDraft = Versioned & Partial<Omit<Promotion, 'id' | 'version'>>;

/** A price for an item on a list; it takes the place of the one from the same quantity and day, or ends it. */
export interface PriceSetting {
  readonly priceListId: string;
  readonly itemId: string;
  readonly unit: string;
  readonly fromQuantity: Decimal;
  /** Null takes the price off the list. */
  readonly unitPrice: Decimal | null;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

// What null says where something may be empty; where it may not, null says nothing.
const ENDLESS = { validTo: 'infinity' };
const LIST_CLEARS: Readonly<Record<string, unknown>> = { customerId: null, validFrom: '-infinity', ...ENDLESS };
const PROMOTION_CLEARS: Readonly<Record<string, unknown>> = { itemId: null, customerId: null, nameZh: '', ...ENDLESS };

function said(draft: object, clears: Readonly<Record<string, unknown>>): object {
  const told = Object.entries(draft).filter(
    ([name, value]) => value !== undefined && (value !== null || name in clears),
  );
  return Object.fromEntries(told.map(([name, value]) => [name, value ?? clears[name]]));
}

/** Keeps price lists, contracts and promotions. What was ordered keeps the price it was ordered at. */
export class PriceLists {
  /** @throws NotFound, StaleObject, UnknownCurrency, CodeUsed */
  async saveList(work: Work, { id, expectedVersion, ...draft }: PriceListDraft): Promise<string> {
    const known = id ? await work.em.findOne(PriceList, id, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
    checkVersion(known, { id, expectedVersion });
    const list = Object.assign(known ?? new PriceList(), said(draft, LIST_CLEARS));
    Money.zero(list.currency);
    work.em.persist(list);
    await work.em.flush();
    return list.id;
  }

  /** @throws NotFound, StaleObject, CodeUsed */
  async savePromotion(work: Work, { id, expectedVersion, ...draft }: PromotionDraft): Promise<string> {
    const known = id ? await work.em.findOne(Promotion, id, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
    checkVersion(known, { id, expectedVersion });
    const promotion = Object.assign(known ?? new Promotion(), said(draft, PROMOTION_CLEARS));
    work.em.persist(promotion);
    await work.em.flush();
    return promotion.id;
  }

  /** @throws NotFound, UnknownUnit */
  async setPrice(work: Work, setting: PriceSetting): Promise<string> {
    const { priceListId, itemId, unit: unitCode, fromQuantity, unitPrice } = setting;
    if (!(await work.em.findOne(PriceList, priceListId))) throw new NotFound({}, ['input', 'priceListId']);
    await unitConversion.toStockUnit(work, itemId, unitCode, ['input', 'unit']);
    const validFrom = setting.validFrom ?? '-infinity';
    const key = { priceListId, itemId, unitCode, fromQuantity, validFrom };
    await work.em.nativeDelete(Price, key);
    if (unitPrice)
      work.em.persist(Object.assign(new Price(), key, { unitPrice, validTo: setting.validTo ?? 'infinity' }));
    await work.em.flush();
    return priceListId;
  }
}

function checkVersion(
  known: { readonly version: number } | null,
  {
    id,
    expectedVersion,
  }: { readonly id: string | null | undefined; readonly expectedVersion: number | null | undefined },
): void {
  if (!id) return;
  if (!known) throw new NotFound({}, ['input', 'id']);
  if (known.version !== expectedVersion)
    throw new StaleObject({}, ['input', 'expectedVersion'], { currentVersion: known.version });
}

export const priceLists = new PriceLists();
