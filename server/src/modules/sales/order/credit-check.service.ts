import { sql } from 'kysely';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { CustomerTerms } from '../terms/customer-terms.entity.ts';
import { customerTerms } from '../terms/customer-terms.service.ts';
import { exchangeRates } from '../terms/exchange-rates.service.ts';
import type { SalesOrder } from './sales-order.entity.ts';

/** What a customer owes and has on order, in the currency of its terms. */
export interface CreditUse {
  readonly receivable: Decimal;
  /** Paid, and set against no invoice yet. */
  readonly onAccount: Decimal;
  readonly onOrder: Decimal;
}

/** Says whether a customer's credit covers an order. */
export class CreditCheck {
  /**
   * Why the order has to wait, or null. The customer's terms stay locked until the transaction ends, so that two orders
   * cannot both take the last of a limit.
   *     receivable - paid on account + confirmed and not invoiced + this order <= limit
   */
  async holdReason(work: Work, order: SalesOrder): Promise<string | null> {
    await sql`select from sales_customer_terms where customer_id = ${order.customerId} for update`.execute(work.sql);
    const terms = await customerTerms.of(work, order.customerId);
    if (terms.isOnHold) return terms.holdReason || 'The customer is on hold';
    if (terms.creditLimit === null) return null;
    const { receivable, onAccount, onOrder } = await this.use(work, terms, order.orderedOn, order.id);
    const rates = await exchangeRates.between(work, [order.currency], terms.currency, order.orderedOn);
    const used = receivable
      .minus(onAccount)
      .plus(onOrder)
      .plus(order.totalAmount.times(rates.get(order.currency) ?? 1));
    return used.lte(terms.creditLimit)
      ? null
      : `${used.toFixed(2)} > ${terms.creditLimit.toFixed(2)} ${terms.currency}`;
  }

  /** Amounts in other currencies count at the rate their document froze. */
  async use(
    work: Work,
    { customerId, currency }: CustomerTerms,
    on: string,
    exceptOrderId: string | null,
  ): Promise<CreditUse> {
    const rate = await exchangeRates.ofDay(work, currency, on);
    const { rows } = await sql<{ receivable: string; on_order: string }>`
      select (select coalesce(sum(case when i.kind = 'INVOICE' then i.open_amount else -i.open_amount end * i.exchange_rate), 0)
              from sales_invoice i where i.customer_id = ${customerId} and i.state in ('ISSUED', 'PARTLY_PAID'))::text as receivable,
             (select coalesce(sum((l.net_amount + l.tax_amount) * (1 - l.invoiced_quantity / nullif(l.ordered_quantity - l.cancelled_quantity, 0)) * o.exchange_rate), 0)
                   + coalesce((select sum((f.freight + f.freight_tax) * f.exchange_rate) from sales_order f
                               where f.customer_id = ${customerId} and f.state = 'CONFIRMED' and f.invoicing_state = 'NONE' and f.id is distinct from ${exceptOrderId}::uuid), 0)
              from sales_order o join sales_order_line l on l.order_id = o.id
              where o.customer_id = ${customerId} and o.state = 'CONFIRMED' and o.id is distinct from ${exceptOrderId}::uuid)::text as on_order`.execute(
      work.sql,
    );
    const [used] = rows;
    return {
      receivable: new Decimal(used?.receivable ?? 0).div(rate),
      onAccount: await this.onAccount(work, customerId, currency, on),
      onOrder: new Decimal(used?.on_order ?? 0).div(rate),
    };
  }

  /** A payment froze no rate: what is left of it counts at the rate of the day. */
  private async onAccount(work: Work, customerId: string, currency: string, on: string): Promise<Decimal> {
    const { rows } = await sql<{ currency: string; amount: string }>`
      select p.currency, sum(p.amount - coalesce((select sum(s.amount) from sales_payment_share s where s.payment_id = p.id), 0))::text as amount
      from sales_payment p where p.customer_id = ${customerId} and p.kind = 'RECEIPT' group by p.currency`.execute(
      work.sql,
    );
    const left = rows
      .map((row) => ({ currency: row.currency, amount: new Decimal(row.amount) }))
      .filter(({ amount }) => amount.gt(0));
    const rates = await exchangeRates.between(
      work,
      left.map((one) => one.currency),
      currency,
      on,
    );
    return Decimal.sum(0, ...left.map((one) => one.amount.times(rates.get(one.currency) ?? 1)));
  }
}

export const creditCheck = new CreditCheck();
