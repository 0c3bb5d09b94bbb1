import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { siteLocations } from '../../catalog/site/site-locations.service.ts';
import { QuantityNotPositive } from '../../inventory/inventory.errors.ts';
import { stockLedger } from '../../inventory/ledger/stock-ledger.service.ts';
import { NotEnoughConsigned } from './consignment.errors.ts';
import { agreedPrices } from './agreed-prices.service.ts';
import { takeOldestFirst, type ConsignedLot, type Taking } from './oldest-first.calc.ts';
import { Withdrawal, type WithdrawalKind } from './withdrawal.entity.ts';

/** What is taken from a supplier's stock that lies with us. */
export interface Take {
  readonly supplierId: string;
  readonly itemId: string;
  readonly siteId: string;
  /** In the item's stock unit. */
  readonly quantity: Decimal;
  readonly occurredOn: string;
  readonly note?: string;
}

interface StandingLot extends ConsignedLot {
  readonly unit: string;
}

/** Takes from consigned stock and keeps what it costs; the ledger moves and the withdrawals are one act. */
class Consignment {
  /** Issues consigned stock to production: ours from that moment. @throws NotEnoughConsigned, NoAgreedPrice */
  async consume(work: Work, take: Take): Promise<string[]> {
    const production = await siteLocations.find(work, take.siteId, 'PRODUCTION');
    return this.withdraw(work, take, 'CONSUMED', () => ({ to: production, reason: 'CONSUMPTION' }));
  }

  /** Makes consigned stock ours where it lies, because it aged out or because we want it. */
  takeOver(work: Work, take: Take, kind: 'AGED_OUT' | 'TRANSFERRED'): Promise<string[]> {
    return this.withdraw(work, take, kind, ({ locationId }) => ({ to: locationId, reason: 'OWNERSHIP' }));
  }

  /**
   * Undoes a withdrawal by its opposite, settled by the statement that is open: what was settled stays as it is.
   * @throws AlreadyReversed by the ledger, which reverses a move once.
   */
  async reverse(work: Work, withdrawalId: string, note: string): Promise<string> {
    const taken = await work.em.findOne(Withdrawal, { id: withdrawalId });
    if (!taken || taken.kind === 'REVERSED') throw new NotFound({}, ['input', 'withdrawalId']);
    const move = await stockLedger.reverse(work, taken.moveId, note);
    const counter = Object.assign(new Withdrawal(), {
      supplierId: taken.supplierId,
      itemId: taken.itemId,
      siteId: taken.siteId,
      kind: 'REVERSED' as const,
      quantity: taken.quantity.negated(),
      unitPrice: taken.unitPrice,
      currency: taken.currency,
      amount: taken.amount.negated(),
      occurredOn: taken.occurredOn,
      recordedByPersonId: work.actor.personId,
      moveId: move.id,
      reversesId: taken.id,
      note,
    });
    work.em.persist(counter);
    this.tell(work, taken.supplierId, counter.id);
    return counter.id;
  }

  private async withdraw(
    work: Work,
    take: Take,
    kind: WithdrawalKind,
    target: (taking: Taking) => { to: string; reason: 'CONSUMPTION' | 'OWNERSHIP' },
  ): Promise<string[]> {
    if (take.quantity.lte(0)) throw new QuantityNotPositive({}, ['input', 'quantity']);
    const takings = await this.choose(work, take);
    const price = await agreedPrices.of(work, take.supplierId, take.itemId, take.quantity, take.occurredOn);
    const companyId = await companyOf(work);
    const moves = await stockLedger.post(
      work,
      takings.map((taking) => {
        const { to, reason } = target(taking);
        return {
          itemId: take.itemId,
          from: { locationId: taking.locationId, ownerId: take.supplierId },
          to: { locationId: to, ownerId: companyId },
          quantity: taking.quantity,
          lot: taking.lot,
          reason,
          movedAt: new Date(`${take.occurredOn}T12:00:00Z`),
          note: take.note ?? '',
        };
      }),
    );
    const withdrawals = takings.map((taking, n) =>
      Object.assign(new Withdrawal(), {
        supplierId: take.supplierId,
        itemId: take.itemId,
        siteId: take.siteId,
        kind,
        quantity: taking.quantity,
        unitPrice: price.unitPrice,
        currency: price.currency,
        amount: taking.quantity.times(price.unitPrice).toDecimalPlaces(4),
        occurredOn: take.occurredOn,
        recordedByPersonId: work.actor.personId,
        moveId: moves[n]?.id,
        note: take.note ?? '',
      }),
    );
    work.em.persist(withdrawals);
    for (const { id } of withdrawals) this.tell(work, take.supplierId, id);
    return withdrawals.map(({ id }) => id);
  }

  /** The lots to take from, oldest first, locked until the end of the transaction. */
  private async choose(work: Work, { supplierId, itemId, siteId, quantity }: Take): Promise<Taking[]> {
    const { rows } = await sql<{ locationId: string; lot: string; available: string; unit: string }>`
      select b.location_id as "locationId", b.lot, (b.on_hand - b.reserved)::text as available, i.unit_code as unit
      from inventory_stock_balance b join catalog_item i on i.id = b.item_id
      where b.item_id = ${itemId} and b.site_id = ${siteId} and b.owner_id = ${supplierId}
        and b.status = 'UNRESTRICTED' and b.on_hand > b.reserved
      order by b.aged_since, b.id for update of b`.execute(work.sql);
    const lots: StandingLot[] = rows.map((row) => ({ ...row, available: new Decimal(row.available) }));
    const takings = takeOldestFirst(lots, quantity);
    const found = Decimal.sum(0, ...takings.map((taking) => taking.quantity));
    if (found.lt(quantity)) {
      throw new NotEnoughConsigned({ available: found.toString(), unit: lots[0]?.unit ?? '' }, ['input', 'quantity']);
    }
    return takings;
  }

  private tell(work: Work, supplierId: string, withdrawalId: string): void {
    work.record({
      name: 'vmi.withdrawal.recorded',
      subjectType: 'Withdrawal',
      subjectId: withdrawalId,
      supplierId,
      topic: 'STATEMENT',
    });
  }
}

async function companyOf(work: Work): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from identity_organisation where is_company`.execute(work.sql);
  const [company] = rows;
  if (!company) throw new Error('There is no company');
  return company.id;
}

export const consignment = new Consignment();
