import { LockMode } from '@mikro-orm/core';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { Item } from '../../catalog/item/item.entity.ts';
import { discrepancyOpened } from '../purchasing.events.ts';
import { ReceiptLine } from '../receipt/receipt-line.entity.ts';
import { Receipt } from '../receipt/receipt.entity.ts';
import { Discrepancy } from './discrepancy.entity.ts';

/** Goods that were accepted and turned out faulty later; they lie blocked in the site's quarantine. */
export interface LateClaim {
  readonly itemId: string;
  readonly siteId: string;
  /** Empty where nobody knows it. */
  readonly lot: string;
  /** In the stock unit. */
  readonly quantity: Decimal;
  /** What is wrong; the supplier reads it. */
  readonly detail: string;
}

const MOST_RECEIPTS = 50;

/** Holds a supplier to goods that we had accepted, over the receipt they came with. */
export class LateClaims {
  /**
   * Opens a discrepancy on the newest receipt of that much of the item (of the lot, where one is known), and lets the
   * goods go back with a supplier return. Null when there is no such receipt.
   */
  async open(work: Work, claim: LateClaim): Promise<string | null> {
    const receipts = await work.em.find(
      ReceiptLine,
      { itemId: claim.itemId, ...(claim.lot ? { lot: claim.lot } : {}), acceptedStock: { $gte: claim.quantity } },
      { orderBy: { id: 'desc' }, limit: MOST_RECEIPTS, lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const heads = await work.em.find(Receipt, {
      id: { $in: receipts.map(({ receiptId }) => receiptId) },
      siteId: claim.siteId,
    });
    const row = receipts.find(
      ({ receiptId, acceptedStock, claimedStock }) =>
        heads.some(({ id }) => id === receiptId) && acceptedStock.minus(claimedStock).gte(claim.quantity),
    );
    if (!row) return null;
    row.claimedStock = row.claimedStock.plus(claim.quantity);
    const item = await work.em.findOneOrFail(Item, claim.itemId);
    const discrepancy = Object.assign(new Discrepancy(), {
      id: newId(),
      supplierId: row.supplierId,
      receiptId: row.receiptId,
      receiptLineId: row.id,
      itemId: claim.itemId,
      kind: 'CUSTOMER_RETURN',
      expectedQuantity: new Decimal(0),
      actualQuantity: claim.quantity,
      unitCode: item.unitCode,
      detail: claim.detail,
      openedAt: work.clock.now(),
    });
    work.em.persist(discrepancy);
    await work.em.flush();
    work.record(discrepancyOpened(discrepancy, { kind: discrepancy.kind, receiptId: row.receiptId }));
    return discrepancy.id;
  }
}

export const lateClaims = new LateClaims();
