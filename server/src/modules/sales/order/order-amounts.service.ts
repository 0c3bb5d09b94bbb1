import { Decimal } from '../../../kernel/decimal.ts';
import { Money } from '../../../kernel/money.ts';
import { lineAmount, taxLines } from '../price/tax.calc.ts';
import type { SalesOrderLine } from './sales-order-line.entity.ts';
import type { SalesOrder } from './sales-order.entity.ts';

/**
 * Adds an order up again from its lines, as far as they are not cancelled, by the order's own rules of tax and rounding.
 * Freight is stated without tax and, where it is taxed, rounded together with the lines when they are stated so, too.
 */
export function addUpOrder(order: SalesOrder, lines: readonly SalesOrderLine[]): void {
  const goods = lines.map((line) => ({
    amount: lineAmount(
      Money.of(line.unitPrice, order.currency),
      line.inOrderedUnit(line.wantedQuantity),
      line.discount,
    ),
    rate: line.taxRate,
  }));
  const freight = { amount: Money.of(order.freight, order.currency), rate: order.freightTaxRate };
  const isTogether = !order.isTaxInclusive;
  const shares = taxLines(isTogether ? [...goods, freight] : goods, order.isTaxInclusive, order.taxRounding);
  const ofFreight = isTogether ? shares[goods.length] : taxLines([freight], false, 'LINE')[0];
  lines.forEach((line, index) => {
    const share = shares[index];
    if (share) Object.assign(line, { netAmount: share.net.amount, taxAmount: share.tax.amount });
  });
  order.subtotal = Decimal.sum(0, ...lines.map(({ netAmount }) => netAmount));
  order.freightTax = ofFreight?.tax.amount ?? new Decimal(0);
  order.tax = Decimal.sum(order.freightTax, ...lines.map(({ taxAmount }) => taxAmount));
}
