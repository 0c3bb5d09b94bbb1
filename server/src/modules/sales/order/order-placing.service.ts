import type { Decimal } from '../../../kernel/decimal.ts';
import { together } from '../../../platform/db/together.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NoExchangeRate, NothingOrdered, NotYourApproval, PricesChanged, ReasonMissing } from '../sales.errors.ts';
import { linesChanged, type ChangedLine, orderApprovalAsked, orderChanged, orderSubmitted } from '../sales.events.ts';
import { buyerLimits } from '../terms/buyer-limits.service.ts';
import { heldOrder, holdOrders, linesOfOrder, lockSalesOrder } from './order-lock.service.ts';
import { salesOrderLines } from './order-lines.service.ts';
import { placingFacts, type PlacedLine, type PlacingFacts } from './placing-facts.service.ts';
import type { SalesOrder } from './sales-order.entity.ts';

/** From a draft to an order that we have to answer: once, whoever presses the button how often. */
export class OrderPlacing {
  /**
   * Places the draft. Above the buyer's limit it waits for somebody else of the customer.
   * @throws StaleObject, NotInThisState when it was placed already, NothingOrdered, PricesChanged, NoExchangeRate
   */
  async submit(work: Work, orderId: string, expectedVersion: number): Promise<string> {
    // All of it travels together.
    const [, order, facts, limit] = await together(
      holdOrders(work, [orderId]),
      heldOrder(work, orderId, expectedVersion),
      placingFacts(work, orderId),
      this.limitOfActor(work),
    );
    await this.price(work, order, facts);
    const { personId } = work.actor;
    const isCovered = limit === null || order.totalAmount.lte(limit);
    order.go(isCovered ? 'submit' : 'ask_approval');
    order.submittedAt = work.clock.now();
    order.placedByPersonId = personId ?? order.placedByPersonId;
    order.isShared = true;
    if (isCovered) this.tellPlaced(work, order, facts.lines);
    else work.record(orderApprovalAsked(order, { number: order.number }));
    return orderId;
  }

  /** The second person of the customer says yes. @throws NotYourApproval, StaleObject, NotInThisState */
  async approve(work: Work, orderId: string, expectedVersion: number): Promise<string> {
    const order = await lockSalesOrder(work, orderId, expectedVersion);
    await this.checkApprover(work, order);
    order.go('approve');
    Object.assign(order, { approvedAt: work.clock.now(), approvedByPersonId: work.actor.personId });
    this.tellPlaced(work, order, await linesOfOrder(work, orderId));
    return orderId;
  }

  /** The second person says no: it is a draft again, with the reason. @throws NotYourApproval, ReasonMissing */
  async refuseApproval(work: Work, orderId: string, expectedVersion: number, reason: string): Promise<string> {
    if (!reason.trim()) throw new ReasonMissing({}, ['input', 'reason']);
    const order = await lockSalesOrder(work, orderId, expectedVersion);
    await this.checkApprover(work, order);
    order.go('refuse_approval');
    order.closeReason = reason.trim();
    work.record(orderChanged(order, { number: order.number }));
    return orderId;
  }

  /** What every order needs before we take it: lines, prices of today, the rate of today frozen. */
  async ready(work: Work, order: SalesOrder): Promise<readonly PlacedLine[]> {
    const facts = await placingFacts(work, order.id);
    await this.price(work, order, facts);
    return facts.lines;
  }

  private async price(work: Work, order: SalesOrder, facts: PlacingFacts): Promise<void> {
    const { lines, today, rate } = facts;
    if (lines.length === 0) throw new NothingOrdered({}, ['input', 'orderId']);
    const isAsSaid = await salesOrderLines.costAsSaid(work, order, lines, facts);
    if (!rate) throw new NoExchangeRate({ currency: order.currency, date: today });
    if (!isAsSaid) throw new PricesChanged({}, ['input', 'orderId']);
    order.orderedOn = today;
    order.exchangeRate = rate;
    order.closeReason = '';
  }

  /** Up to which total who places it may order for his own company without a second person; null for no limit. */
  private async limitOfActor(work: Work): Promise<Decimal | null> {
    const { personId, audience, organisationId } = work.actor;
    return audience === 'CUSTOMER' ? buyerLimits.of(work, organisationId ?? '', personId) : null;
  }

  // Whoever placed it is never the one who approves it.
  private async checkApprover(work: Work, order: SalesOrder): Promise<void> {
    const { personId } = work.actor;
    if (
      !personId ||
      personId === order.placedByPersonId ||
      !(await buyerLimits.mayApprove(work, order.customerId, personId, order.totalAmount))
    )
      throw new NotYourApproval({}, ['input', 'orderId']);
  }

  private tellPlaced(work: Work, order: SalesOrder, lines: readonly ChangedLine[]): void {
    work.record(orderSubmitted(order, { number: order.number }));
    work.record(linesChanged(order, lines));
  }
}

export const orderPlacing = new OrderPlacing();
