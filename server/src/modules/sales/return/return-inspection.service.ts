import type { Decimal } from '../../../kernel/decimal.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { Item } from '../../catalog/item/item.entity.ts';
import { siteLocations } from '../../catalog/site/site-locations.service.ts';
import { stockLedger, type MoveInput, type Place } from '../../inventory/ledger/stock-ledger.service.ts';
import { LotMissing, MoreThanReturned, NoSupplierKnown, NotInspected } from '../sales.errors.ts';
import { returnInspected, returnReceived } from '../sales.events.ts';
import { companyIdOf } from '../terms/company.service.ts';
import type { CustomerReturnLine } from './customer-return-line.entity.ts';
import type { CustomerReturn } from './customer-return.entity.ts';
import { lockReturn, type HeldReturn } from './return-lock.service.ts';
import type { ReturnOutcome } from './return.state.ts';
import { supplierClaims } from './supplier-claim.port.ts';

export interface ReceivedPart {
  readonly returnLineId: string;
  /** In the stock unit; all that was announced when not said. */
  readonly quantity?: Decimal | null;
  readonly lot?: string | null;
}

export interface InspectedPart {
  readonly returnLineId: string;
  readonly outcome: ReturnOutcome;
  readonly note?: string | null;
}

/** What came back, what it turned out to be, and where it goes. */
export class ReturnInspection {
  /**
   * The goods are here: they wait in quarantine. What was announced and did not come may be returned another time.
   * @throws NotFound, StaleObject, NotInThisState, MoreThanReturned, LotMissing
   */
  async receive(
    work: Work,
    returnId: string,
    expectedVersion: number,
    received: readonly ReceivedPart[],
  ): Promise<string> {
    const { document, parts } = await lockReturn(work, returnId, expectedVersion);
    document.go('receive');
    document.receivedAt = work.clock.now();
    for (const { part, line } of parts) {
      take(
        part,
        received.find(({ returnLineId }) => returnLineId === part.id),
        line.lineNo,
      );
      line.returnedQuantity = line.returnedQuantity.minus(part.quantity).plus(part.receivedQuantity);
    }
    const here = parts.map(({ part }) => part).filter(({ receivedQuantity }) => receivedQuantity.gt(0));
    await this.checkLots(work, here);
    const places = await placesOf(work, document);
    await stockLedger.post(
      work,
      here.map((part) => moveOf(document, part, places.customer, places.waiting, 'RETURN')),
    );
    work.record(returnReceived(document, { number: document.number }));
    return returnId;
  }

  /**
   * Every line is found to be something, and goes there: to stock, to scrap, or on to its supplier with a claim.
   * @throws NotInspected when a line is left out, NoSupplierKnown, NotFound, StaleObject, NotInThisState
   */
  async inspect(
    work: Work,
    returnId: string,
    expectedVersion: number,
    findings: readonly InspectedPart[],
  ): Promise<string> {
    const held = await lockReturn(work, returnId, expectedVersion);
    const { document } = held;
    document.go('inspect');
    const here = held.parts.filter(({ part }) => part.receivedQuantity.gt(0));
    for (const { part } of here)
      judge(
        part,
        findings.find(({ returnLineId }) => returnLineId === part.id),
      );
    const places = await placesOf(work, document);
    await stockLedger.post(
      work,
      here.map(({ part }) => moveOf(document, part, places.waiting, places[part.outcome ?? 'SCRAP'], reasonOf(part))),
    );
    await this.claim(work, held);
    work.record(returnInspected(document, { number: document.number }));
    return returnId;
  }

  private async claim(work: Work, { document, parts }: HeldReturn): Promise<void> {
    const wanted = parts.filter(({ part }) => part.outcome === 'RETURN_TO_SUPPLIER');
    await inOrder(wanted, async ({ part, line }) => {
      const claim = await supplierClaims()?.open(work, {
        itemId: part.itemId,
        siteId: document.siteId,
        lot: part.lot,
        quantity: part.receivedQuantity,
        detail: part.inspectionNote,
      });
      if (!claim) throw new NoSupplierKnown({ quantity: part.receivedQuantity.toString(), line: line.lineNo });
      Object.assign(part, { claimType: claim.type, claimId: claim.id });
    });
  }

  private async checkLots(work: Work, parts: readonly CustomerReturnLine[]): Promise<void> {
    const tracked = await work.em.find(Item, { id: { $in: parts.map(({ itemId }) => itemId) }, isLotTracked: true });
    if (parts.some((part) => part.lot === '' && tracked.some(({ id }) => id === part.itemId)))
      throw new LotMissing({}, ['input', 'lines']);
  }
}

type Places = Readonly<Record<'customer' | 'waiting' | ReturnOutcome, Place>>;

async function placesOf(work: Work, { siteId }: CustomerReturn): Promise<Places> {
  const ownerId = await companyIdOf(work);
  const kinds = ['CUSTOMER', 'QUARANTINE', 'STORAGE', 'SCRAP'] as const;
  const [customer = '', quarantine = '', storage = '', scrap = ''] = await inOrder(kinds, (kind) =>
    siteLocations.find(work, siteId, kind),
  );
  return {
    customer: { locationId: customer, ownerId },
    waiting: { locationId: quarantine, ownerId, status: 'QUALITY' },
    RESTOCK: { locationId: storage, ownerId },
    SCRAP: { locationId: scrap, ownerId },
    RETURN_TO_SUPPLIER: { locationId: quarantine, ownerId, status: 'BLOCKED' },
  };
}

const reasonOf = ({ outcome }: CustomerReturnLine): MoveInput['reason'] =>
  outcome === 'SCRAP' ? 'SCRAP' : outcome === 'RESTOCK' ? 'TRANSFER' : 'STATUS';

const moveOf = (
  document: CustomerReturn,
  part: CustomerReturnLine,
  from: Place,
  to: Place,
  reason: MoveInput['reason'],
): MoveInput => ({
  itemId: part.itemId,
  from,
  to,
  quantity: part.receivedQuantity,
  reason,
  lot: part.lot,
  documentType: 'CustomerReturn',
  documentId: document.id,
});

function take(part: CustomerReturnLine, received: ReceivedPart | undefined, lineNo: number): void {
  const quantity = received?.quantity ?? part.quantity;
  if (quantity.gt(part.quantity) || quantity.lt(0))
    throw new MoreThanReturned({ most: part.quantity.toString(), line: lineNo }, ['input', 'lines']);
  part.receivedQuantity = quantity;
  part.lot = received?.lot ?? '';
}

function judge(part: CustomerReturnLine, finding: InspectedPart | undefined): void {
  if (!finding) throw new NotInspected({}, ['input', 'lines']);
  part.outcome = finding.outcome;
  part.inspectionNote = finding.note?.trim() ?? '';
}

export const returnInspection = new ReturnInspection();
