import { Decimal } from '../../../kernel/decimal.ts';
import { newId } from '../../../kernel/id.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { QuantityNotPositive } from '../sales.errors.ts';
import { linesChanged, orderChanged } from '../sales.events.ts';
import { customerTerms } from '../terms/customer-terms.service.ts';
import { addUpOrder } from './order-amounts.service.ts';
import { takeBack } from './order-cancelling.service.ts';
import { salesOrderLines } from './order-lines.service.ts';
import { linesOfOrder, lockSalesLine, nextLineNo } from './order-lock.service.ts';
import { SalesOrderLine } from './sales-order-line.entity.ts';
import type { SalesOrder } from './sales-order.entity.ts';

/** Parts of a line that go their own way: a second delivery, or another item instead. For this module and those above. */
export class LineSplitting {
  /**
   * Splits a quantity (stock unit) off a line, at the same price and the same day asked for; gives the new line.
   * @throws NotFound, NotInThisState, MoreThanOpen, QuantityNotPositive
   */
  async split(work: Work, lineId: string, quantity: Decimal): Promise<string> {
    const { order, line, lines } = await this.hold(work, lineId);
    const part = splitOff(work, line, quantity, nextLineNo(lines));
    this.finish(work, order, [...lines, part], [line, part]);
    return part.id;
  }

  /**
   * Puts another item in the place of a quantity (stock unit of the old one) of a line, at its own price of today.
   * @throws NotFound, NotInThisState, MoreThanOpen, NotForSale, NoPrice
   */
  async substitute(work: Work, lineId: string, itemId: string, quantity: Decimal): Promise<string> {
    const { order, line, lines } = await this.hold(work, lineId);
    takeBack(line, quantity);
    const { taxRate } = await customerTerms.of(work, order.customerId);
    const [instead] = await salesOrderLines.add(work, order, [{ itemId, quantity, requestedOn: line.requestedOn }], {
      firstNo: nextLineNo(lines),
      taxRate,
    });
    if (!instead) throw new NotFound({}, ['input', 'itemId']);
    Object.assign(instead, { originLineId: line.id, originKind: 'SUBSTITUTE' });
    this.finish(work, order, [...lines, instead], [line, instead]);
    return instead.id;
  }

  private async hold(work: Work, lineId: string) {
    const { order, line } = await lockSalesLine(work, lineId);
    order.go('change');
    return { order, line, lines: await linesOfOrder(work, order.id) };
  }

  private finish(
    work: Work,
    order: SalesOrder,
    all: readonly SalesOrderLine[],
    changed: readonly SalesOrderLine[],
  ): void {
    addUpOrder(order, all);
    work.record(orderChanged(order, { number: order.number }));
    work.record(linesChanged(order, changed));
  }
}

/** A new line with part of what is open of another, at the same terms. @throws MoreThanOpen, QuantityNotPositive */
export function splitOff(work: Work, line: SalesOrderLine, quantity: Decimal, lineNo: number): SalesOrderLine {
  if (quantity.lte(0)) throw new QuantityNotPositive({}, ['input', 'quantity']);
  takeBack(line, quantity);
  const { customerId, orderId, itemId, siteId, description, unitCode, numerator, denominator, currency } = line;
  const { unitPrice, discount, taxRate, priceExplanation, requestedOn } = line;
  const frozen = { customerId, orderId, itemId, siteId, description, unitCode, numerator, denominator, currency };
  const part = Object.assign(new SalesOrderLine(), {
    ...frozen,
    ...{ unitPrice, discount, taxRate, priceExplanation, requestedOn },
    id: newId(),
    lineNo,
    orderedQuantity: new Decimal(quantity),
    originLineId: line.id,
    originKind: 'SPLIT',
  });
  work.em.persist(part);
  return part;
}

export const lineSplitting = new LineSplitting();
