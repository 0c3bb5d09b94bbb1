import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { Location } from '../../catalog/site/location.entity.ts';
import { siteLocations } from '../../catalog/site/site-locations.service.ts';
import { stockLedger } from '../../inventory/ledger/stock-ledger.service.ts';
import { lockReceipt, restate } from './receipt-lock.service.ts';
import { moveOf, receivingPlaces } from './receipt-moves.service.ts';

/** Moves accepted goods from receiving to where they are kept. @throws StaleObject, NotFound, InsufficientStock */
export async function putAway(
  work: Work,
  receiptId: string,
  expectedVersion: number,
  toLocationId: string | null,
): Promise<string> {
  const { receipt, lines } = await lockReceipt(work, receiptId, expectedVersion);
  const { siteId } = receipt;
  const target = toLocationId
    ? await work.em.findOne(Location, { id: toLocationId, siteId })
    : { id: await siteLocations.find(work, siteId, 'STORAGE') };
  if (!target) throw new NotFound({}, ['input', 'toLocationId']);
  const { receiving } = await receivingPlaces(work, siteId);
  const moves = lines.flatMap((line) => {
    const waiting = line.acceptedStock.minus(line.putAwayStock);
    line.putAwayStock = line.acceptedStock;
    return moveOf(receipt, line, waiting, 'TRANSFER', { locationId: receiving }, { locationId: target.id }) ?? [];
  });
  restate(receipt, lines);
  await work.em.flush();
  await stockLedger.post(work, moves);
  return receiptId;
}
