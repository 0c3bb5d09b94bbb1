import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { siteLocations } from '../../catalog/site/site-locations.service.ts';
import { InsufficientStock } from '../../inventory/inventory.errors.ts';
import type { MoveInput } from '../../inventory/ledger/stock-ledger.service.ts';
import type { WorkOrderComponent } from './work-order-component.entity.ts';
import type { WorkOrder } from './work-order.entity.ts';

/** So much of a component is to be taken. */
export interface Pick {
  readonly component: WorkOrderComponent;
  readonly quantity: Decimal;
}

interface Balance {
  readonly itemId: string;
  readonly locationId: string;
  readonly ownerId: string;
  readonly lot: string;
  readonly free: string;
  readonly unit: string;
}

/** Finds where parts are taken from: our own free stock at the site, what lay longest first. */
class ComponentPicks {
  /** The moves that bring the parts to production. @throws InsufficientStock when there is not enough of one */
  async moves(work: Work, order: WorkOrder, picks: readonly Pick[]): Promise<MoveInput[]> {
    const production = await siteLocations.find(work, order.siteId, 'PRODUCTION');
    const balances = Map.groupBy(await this.balances(work, order.siteId, picks), ({ itemId }) => itemId);
    return picks.flatMap(({ component, quantity }) =>
      share(component.itemId, quantity, balances.get(component.itemId) ?? []).map(({ balance, amount }) => ({
        itemId: component.itemId,
        quantity: amount,
        lot: balance.lot,
        from: { locationId: balance.locationId, ownerId: balance.ownerId },
        to: { locationId: production, ownerId: balance.ownerId },
        reason: 'ISSUE' as const,
        documentType: 'WorkOrder',
        documentId: order.id,
      })),
    );
  }

  private async balances(work: Work, siteId: string, picks: readonly Pick[]): Promise<Balance[]> {
    const items = picks.map(({ component }) => component.itemId);
    const { rows } = await sql<Balance>`
      select b.item_id as "itemId", b.location_id as "locationId", b.owner_id as "ownerId", b.lot,
             (b.on_hand - b.reserved)::text as free, i.unit_code as unit
      from inventory_stock_balance b join identity_organisation o on o.id = b.owner_id and o.is_company
      join catalog_location l on l.id = b.location_id and l.kind in ('STORAGE', 'RECEIVING')
      join catalog_item i on i.id = b.item_id
      where b.site_id = ${siteId} and b.item_id = any(${items}::uuid[]) and b.status = 'UNRESTRICTED' and b.on_hand > b.reserved
      order by b.item_id, b.aged_since, b.location_id, b.lot`.execute(work.sql);
    return rows;
  }
}

/** Takes the amount from the balances in their order, and notes what is left for the next part of the same item. */
function share(itemId: string, quantity: Decimal, balances: Balance[]): { balance: Balance; amount: Decimal }[] {
  const taken: { balance: Balance; amount: Decimal }[] = [];
  let left = quantity;
  while (left.gt(0)) {
    const [balance] = balances;
    if (!balance) throw shortOf(itemId, quantity, quantity.minus(left), taken[0]?.balance.unit ?? '');
    const amount = Decimal.min(left, balance.free);
    taken.push({ balance, amount });
    left = left.minus(amount);
    if (amount.eq(balance.free)) balances.shift();
    else balances[0] = { ...balance, free: new Decimal(balance.free).minus(amount).toFixed() };
  }
  return taken;
}

const shortOf = (itemId: string, asked: Decimal, available: Decimal, unit: string): InsufficientStock =>
  new InsufficientStock({ available: available.toFixed(), asked: asked.toFixed(), unit }, ['input', 'lines'], {
    itemId,
    available: { value: available.toFixed(), unit },
    nextAvailableOn: null,
  });

export const componentPicks = new ComponentPicks();
