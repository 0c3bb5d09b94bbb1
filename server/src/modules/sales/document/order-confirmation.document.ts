import { sql } from 'kysely';
import type { Locale } from '../../../kernel/locale.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { Paper } from '../../../platform/print/paper.ts';
import { dayText, moneyText } from '../../../platform/print/texts.ts';
import { wordsOf } from './document.words.ts';
import { itemName, letterhead } from './parties.reads.ts';
import { pricedTable, sumsOf, type PricedLine } from './priced-lines.ts';

interface OrderRow {
  readonly customerId: string;
  readonly number: string;
  readonly state: string;
  readonly reference: string;
  readonly currency: string;
  readonly orderedOn: string;
  readonly requestedOn: string;
  readonly paymentDays: number;
  readonly shipTo: string;
  readonly isTaxInclusive: boolean;
  readonly subtotal: string;
  readonly freight: string;
  readonly tax: string;
  readonly total: string;
  readonly lines: (PricedLine & { readonly confirmedOn: string | null })[];
}

/** What we confirmed to a customer, line by line with the day each is promised for; null for no order of the reader's. */
export async function orderConfirmation(work: Work, orderId: string, language: Locale): Promise<Paper | null> {
  const order = await orderOf(work, orderId, language);
  if (!order) return null;
  const say = wordsOf(language);
  const { customerNumber, ...head } = await letterhead(work, order.customerId, language);
  const isConfirmed = ['CONFIRMED', 'ON_HOLD', 'CLOSED'].includes(order.state);
  const lines = order.lines.map((line) => ({
    ...line,
    below: line.confirmedOn ? `${say('confirmedOn')} ${dayText(line.confirmedOn, language)}` : say('notPromised'),
  }));
  return {
    ...head,
    title: say(isConfirmed ? 'order' : 'draft'),
    number: order.number,
    facts: [
      [say('customer'), customerNumber],
      [say('reference'), order.reference || '–'],
      [say('orderedOn'), dayText(order.orderedOn, language)],
      [say('requestedOn'), dayText(order.requestedOn, language)],
      [say('shipTo'), order.shipTo.split('\n').filter(Boolean).join(', ') || '–'],
      [say('payment'), say('paymentDays', { days: order.paymentDays })],
    ],
    tables: [pricedTable(lines, order.currency, language)],
    sums: [
      ...sumsOf({ net: order.subtotal, freight: order.freight, tax: order.tax }, order.currency, language),
      [say('total'), moneyText(order.total, order.currency, language)],
    ],
    notes: order.isTaxInclusive ? [say('taxIncluded')] : [],
  };
}

async function orderOf(work: Work, orderId: string, language: Locale): Promise<OrderRow | undefined> {
  const { rows } = await sql<OrderRow>`
    select o.customer_id as "customerId", o.number, o.state, o.customer_reference as reference, o.currency, o.ordered_on::text as "orderedOn",
      o.requested_on::text as "requestedOn", o.payment_days as "paymentDays", o.ship_to as "shipTo", o.is_tax_inclusive as "isTaxInclusive",
      o.subtotal::text as subtotal, o.freight::text as freight, o.tax::text as tax, o.total::text as total,
      (select coalesce(json_agg(json_build_object('no', l.line_no, 'sku', coalesce(i.sku, ''), 'name', coalesce(${itemName(language)}, l.description),
         'quantity', round((l.ordered_quantity - l.cancelled_quantity) * l.denominator / l.numerator, 6)::text, 'unit', l.unit_code,
         'price', l.unit_price::text, 'discount', l.discount::text, 'taxRate', l.tax_rate::text, 'net', l.net_amount::text,
         'confirmedOn', l.confirmed_on) order by l.line_no), '[]')
       from sales_order_line l left join catalog_item i on i.id = l.item_id
       where l.order_id = o.id and l.ordered_quantity > l.cancelled_quantity) as lines
    from sales_order o
    where o.id = ${orderId} and (${work.actor.audience} <> 'CUSTOMER' or (o.customer_id = (select app_org()) and o.is_shared))`.execute(
    work.sql,
  );
  return rows[0];
}
