import { sql } from 'kysely';
import type { Locale } from '../../../kernel/locale.ts';
import type { Work } from '../../../platform/db/work.ts';
import type { Fact, Paper } from '../../../platform/print/paper.ts';
import { dayText, moneyText } from '../../../platform/print/texts.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { wordsOf, type Say } from './document.words.ts';
import { itemName, letterhead } from './parties.reads.ts';
import { pricedTable, sumsOf, type PricedLine } from './priced-lines.ts';

interface InvoiceRow {
  readonly customerId: string;
  readonly number: string;
  readonly kind: 'INVOICE' | 'CREDIT_NOTE';
  readonly currency: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly order: string;
  readonly reference: string;
  readonly credits: string;
  readonly reason: string;
  readonly isTaxInclusive: boolean;
  readonly net: string;
  readonly tax: string;
  readonly gross: string;
  readonly paid: string;
  readonly credited: string;
  readonly open: string;
  readonly lines: (PricedLine & { readonly isFreight: boolean })[];
}

/** An invoice or credit note that was issued; a draft is none. Null for none of the reader's. */
export async function invoiceDocument(work: Work, invoiceId: string, language: Locale): Promise<Paper | null> {
  const invoice = await invoiceOf(work, invoiceId, language);
  if (!invoice) return null;
  const say = wordsOf(language);
  const { customerNumber, ...head } = await letterhead(work, invoice.customerId, language);
  const lines = invoice.lines.map((line) => (line.isFreight ? { ...line, name: say('freight') } : line));
  return {
    ...head,
    title: say(invoice.kind === 'INVOICE' ? 'invoice' : 'credit'),
    number: invoice.number,
    facts: factsOf(invoice, customerNumber, language),
    tables: [pricedTable(lines, invoice.currency, language)],
    sums: moneyOf(invoice, say, language),
    notes: invoice.isTaxInclusive ? [say('taxIncluded')] : [],
  };
}

function factsOf(invoice: InvoiceRow, customerNumber: string, language: Locale): Fact[] {
  const say = wordsOf(language);
  const isInvoice = invoice.kind === 'INVOICE';
  const known: Fact[] = [
    [say('customer'), customerNumber],
    [say('issuedOn'), dayText(invoice.issuedOn, language)],
    [say('dueOn'), isInvoice ? dayText(invoice.dueOn, language) : ''],
    [say('credits'), invoice.credits],
    [say('reason'), invoice.reason],
    [say('orderNumber'), invoice.order],
    [say('reference'), invoice.reference],
  ];
  return known.filter(([, text]) => text !== '');
}

/** Up to the total; and what is still open of it where something was paid or credited. */
function moneyOf(invoice: InvoiceRow, say: Say, language: Locale): Fact[] {
  const money = (amount: string): string => moneyText(amount, invoice.currency, language);
  const settled: Fact[] = (
    [
      [say('paid'), invoice.paid],
      [say('credited'), invoice.credited],
    ] as const
  ).flatMap(([label, amount]) => (new Decimal(amount).isZero() ? [] : [[label, money(amount)] as const]));
  return [
    ...sumsOf(invoice, invoice.currency, language),
    [say('total'), money(invoice.gross)],
    ...(settled.length > 0 && invoice.kind === 'INVOICE'
      ? [...settled, [say('open'), money(invoice.open)] as const]
      : []),
  ];
}

async function invoiceOf(work: Work, invoiceId: string, language: Locale): Promise<InvoiceRow | undefined> {
  const { rows } = await sql<InvoiceRow>`
    select v.customer_id as "customerId", v.number, v.kind, v.currency, v.issued_on::text as "issuedOn", v.due_on::text as "dueOn",
      coalesce(o.number, '') as order, coalesce(o.customer_reference, '') as reference, coalesce(c.number, '') as credits, v.reason,
      v.is_tax_inclusive as "isTaxInclusive", v.net::text as net, v.tax::text as tax, v.gross::text as gross, v.paid_amount::text as paid,
      v.credited_amount::text as credited, v.open_amount::text as open,
      (select coalesce(json_agg(json_build_object('no', l.line_no, 'sku', coalesce(i.sku, ''), 'name', coalesce(${itemName(language)}, l.description),
         'quantity', l.quantity::text, 'unit', l.unit_code, 'price', l.unit_price::text, 'discount', l.discount::text,
         'taxRate', l.tax_rate::text, 'net', l.net_amount::text, 'isFreight', l.kind = 'FREIGHT') order by l.line_no), '[]')
       from sales_invoice_line l left join catalog_item i on i.id = l.item_id where l.invoice_id = v.id) as lines
    from sales_invoice v left join sales_order o on o.id = v.order_id left join sales_invoice c on c.id = v.credits_invoice_id
    where v.id = ${invoiceId} and v.state <> 'DRAFT' and (${work.actor.audience} <> 'CUSTOMER' or v.customer_id = (select app_org()))`.execute(
    work.sql,
  );
  return rows[0];
}
