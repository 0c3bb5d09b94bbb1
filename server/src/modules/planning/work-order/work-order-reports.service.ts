import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { siteLocations } from '../../catalog/site/site-locations.service.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { stockLedger, type MoveInput, type PostedMove } from '../../inventory/ledger/stock-ledger.service.ts';
import { AmountNotPositive, NothingToIssue, ReasonNeeded, TooMuchReported } from '../planning.errors.ts';
import { workOrderCompleted } from '../planning.events.ts';
import { componentPicks, type Pick } from './component-picks.service.ts';
import { WorkOrderComponent } from './work-order-component.entity.ts';
import type { WorkOrder } from './work-order.entity.ts';
import { workOrders } from './work-orders.service.ts';

export interface IssueLine {
  readonly componentId: string;
  readonly quantity: Decimal;
}
interface Report {
  readonly kind: 'ISSUE' | 'RECEIPT' | 'SCRAP';
  readonly itemId: string;
  readonly quantity: Decimal;
  readonly reason?: string;
  readonly moveId?: string;
}

/** What production says of its orders: taken from stock, finished, spoilt. Every change of stock goes through the ledger. */
class WorkOrderReports {
  /**
   * Takes parts out of stock, oldest first: those named, else all that is still needed.
   * @throws InsufficientStock, NothingToIssue, NotPossibleNow, StaleObject
   */
  async issue(work: Work, id: string, expectedVersion: number, lines: readonly IssueLine[]): Promise<string> {
    const order = await workOrders.lock(work, id, expectedVersion);
    order.go('issue');
    const components = await work.em.find(WorkOrderComponent, { workOrderId: id }, { orderBy: { position: 'asc' } });
    const picks = picksOf(components, lines);
    if (picks.length === 0) throw new NothingToIssue({}, ['input', 'lines']);
    const moves = await componentPicks.moves(work, order, picks);
    const posted = await stockLedger.post(work, moves);
    for (const { component, quantity } of picks) component.issuedQuantity = component.issuedQuantity.plus(quantity);
    await this.keep(work, order, posted.map(issued));
    return id;
  }

  /** Brings finished ones into stock; the last of them complete the order. @throws TooMuchReported, AmountNotPositive */
  async receive(work: Work, id: string, expectedVersion: number, quantity: Decimal): Promise<string> {
    const order = await this.reportable(work, id, expectedVersion, quantity);
    const [posted] = await stockLedger.post(work, [await this.receiptOf(work, order, quantity)]);
    order.receivedQuantity = order.receivedQuantity.plus(quantity);
    await this.keep(work, order, [
      { kind: 'RECEIPT', itemId: order.itemId, quantity, ...(posted ? { moveId: posted.id } : {}) },
    ]);
    await this.settle(work, order);
    return id;
  }

  /** What was spoilt while it was made: it never reaches stock. @throws ReasonNeeded, TooMuchReported */
  async scrap(work: Work, id: string, expectedVersion: number, quantity: Decimal, reason: string): Promise<string> {
    if (!reason.trim()) throw new ReasonNeeded({}, ['input', 'reason']);
    const order = await this.reportable(work, id, expectedVersion, quantity);
    order.scrappedQuantity = order.scrappedQuantity.plus(quantity);
    order.scrapReason = reason.trim();
    await this.keep(work, order, [{ kind: 'SCRAP', itemId: order.itemId, quantity, reason: reason.trim() }]);
    await this.settle(work, order);
    return id;
  }

  private async reportable(work: Work, id: string, version: number, quantity: Decimal): Promise<WorkOrder> {
    if (quantity.lte(0)) throw new AmountNotPositive({}, ['input', 'quantity']);
    const order = await workOrders.lock(work, id, version);
    order.go('report');
    if (quantity.gt(order.outstanding))
      throw new TooMuchReported({ open: order.outstanding.toFixed() }, ['input', 'quantity']);
    return order;
  }

  private async receiptOf(work: Work, order: WorkOrder, quantity: Decimal): Promise<MoveInput> {
    const company = await work.em.findOne(Organisation, { isCompany: true });
    if (!company) throw new NotFound();
    const place = async (kind: 'PRODUCTION' | 'STORAGE') => ({
      ownerId: company.id,
      locationId: await siteLocations.find(work, order.siteId, kind),
    });
    return {
      itemId: order.itemId,
      quantity,
      from: await place('PRODUCTION'),
      to: await place('STORAGE'),
      reason: 'PRODUCTION',
      documentType: 'WorkOrder',
      documentId: order.id,
    };
  }

  private async settle(work: Work, order: WorkOrder): Promise<void> {
    if (order.outstanding.gt(0)) return;
    order.go('complete');
    order.completedAt = work.clock.now();
    await workOrders.close(work, order.id);
    work.record(workOrderCompleted(order.id, { number: order.number }));
  }

  private async keep(work: Work, order: WorkOrder, reports: readonly Report[]): Promise<void> {
    await work.em.flush();
    const rows = reports.map(({ kind, itemId, quantity, reason = '', moveId = null }) => ({
      id: newId(),
      kind,
      item_id: itemId,
      quantity: quantity.toFixed(),
      reason,
      move_id: moveId,
    }));
    await sql`
      insert into planning_work_order_report (id, work_order_id, kind, item_id, quantity, reason, move_id, reported_at, reported_by_person_id)
      select x.id, ${order.id}, x.kind, x.item_id, x.quantity, x.reason, x.move_id, ${work.clock.now()}, ${work.actor.personId}::uuid
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as x(id uuid, kind text, item_id uuid, quantity numeric, reason text, move_id uuid)`.execute(work.sql);
  }
}

const issued = ({ id, itemId, quantity }: PostedMove): Report => ({ kind: 'ISSUE', itemId, quantity, moveId: id });

function picksOf(components: readonly WorkOrderComponent[], lines: readonly IssueLine[]): Pick[] {
  const open = (component: WorkOrderComponent) =>
    Decimal.max(0, component.requiredQuantity.minus(component.issuedQuantity));
  if (lines.length === 0)
    return components
      .map((component) => ({ component, quantity: open(component) }))
      .filter(({ quantity }) => quantity.gt(0));
  return lines.map(({ componentId, quantity }, index) => {
    const path = ['input', 'lines', String(index)];
    const component = components.find(({ id }) => id === componentId);
    if (!component) throw new NotFound({}, [...path, 'componentId']);
    if (quantity.lte(0)) throw new AmountNotPositive({}, [...path, 'quantity']);
    return { component, quantity };
  });
}

export const workOrderReports = new WorkOrderReports();
