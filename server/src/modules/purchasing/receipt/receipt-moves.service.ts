import type { Decimal } from '../../../kernel/decimal.ts';
import { together } from '../../../platform/db/together.ts';
import type { Work } from '../../../platform/db/work.ts';
import { siteLocations } from '../../catalog/site/site-locations.service.ts';
import type { MoveInput, Place } from '../../inventory/ledger/stock-ledger.service.ts';
import type { ReceiptLine } from './receipt-line.entity.ts';
import type { Receipt } from './receipt.entity.ts';

/** The places of a site that receiving moves goods between. */
export interface ReceivingPlaces {
  readonly supplier: string;
  readonly receiving: string;
  readonly quarantine: string;
}

export async function receivingPlaces(work: Work, siteId: string): Promise<ReceivingPlaces> {
  // All three travel together.
  const [supplier, receiving, quarantine] = await together(
    siteLocations.find(work, siteId, 'SUPPLIER'),
    siteLocations.find(work, siteId, 'RECEIVING'),
    siteLocations.find(work, siteId, 'QUARANTINE'),
  );
  return { supplier, receiving, quarantine };
}

type Status = NonNullable<Place['status']>;

/** One move of a receipt line; null when there is nothing to move or nobody knows the item. */
export function moveOf(
  receipt: Receipt,
  line: ReceiptLine,
  quantity: Decimal,
  reason: MoveInput['reason'],
  from: { locationId: string; status?: Status },
  to: { locationId: string; status?: Status },
  note = '',
): MoveInput | null {
  if (!line.itemId || quantity.lte(0)) return null;
  return {
    itemId: line.itemId,
    from: { ...from, ownerId: line.ownerId },
    to: { ...to, ownerId: line.ownerId },
    quantity,
    reason,
    lot: line.lot,
    documentType: 'Receipt',
    documentId: receipt.id,
    note,
  };
}

/**
 * How a counted line comes into stock. Accepted goods may be used at once; goods in quarantine are in quality
 * inspection; rejected goods are here as well, blocked, until they are returned.
 */
export function arrivalMoves(
  receipt: Receipt,
  line: ReceiptLine,
  places: ReceivingPlaces,
  acceptedTo: string,
): MoveInput[] {
  const from = { locationId: places.supplier };
  return [
    moveOf(receipt, line, line.acceptedStock, 'RECEIPT', from, { locationId: acceptedTo }),
    moveOf(receipt, line, line.quarantineStock, 'RECEIPT', from, {
      locationId: places.quarantine,
      status: 'QUALITY',
    }),
    moveOf(
      receipt,
      line,
      line.rejectedStock,
      'RECEIPT',
      from,
      { locationId: places.quarantine, status: 'BLOCKED' },
      line.rejectReason,
    ),
  ].flatMap((move) => move ?? []);
}
