import { Decimal } from '../../../kernel/decimal.ts';
import { Money } from '../../../kernel/money.ts';
import { lineAmount, taxLines } from '../price/tax.calc.ts';
import type { SalesOrderLine } from './sales-order-line.entity.ts';
import type { SalesOrder } from './sales-order.entity.ts';

/** Adds an order up again from its lines, as far as they are not cancelled, by the order's own rules of tax and rounding. */
export function addUpOrder(order: SalesOrder, lines: readonly SalesOrderLine[]): void {
  const shares = taxLines(
    lines.map((line) => ({
      amount: lineAmount(
        Money.of(line.unitPrice, order.currency),
        line.inOrderedUnit(line.wantedQuantity),
        line.discount,
      ),
      rate: line.taxRate,
    })),
    order.isTaxInclusive,
    order.taxRounding,
  );
  lines.forEach((line, index) => {
    const share = shares[index];
    if (share) Object.assign(line, { netAmount: share.net.amount, taxAmount: share.tax.amount });
  });
  order.subtotal = Decimal.sum(0, ...lines.map(({ netAmount }) => netAmount));
  order.tax = Decimal.sum(0, ...lines.map(({ taxAmount }) => taxAmount));
}
