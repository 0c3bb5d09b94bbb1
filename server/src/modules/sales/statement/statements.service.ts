import { sql } from 'kysely';
import type { CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { agingOf, withBalance, type Aging, type Balanced, type Movement } from './statement.calc.ts';
import type { EntryKind } from './statement.state.ts';

/** The customer and the days of a statement, the first and the last included. */
export interface StatementQuestion {
  readonly customerId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

export interface Entry extends Movement {
  readonly kind: EntryKind;
  readonly documentId: string;
  readonly number: string;
  readonly dueOn: CalendarDate | null;
}

/** What a customer owed, was invoiced and paid between two days, in one currency. */
export interface Statement extends StatementQuestion {
  readonly currency: string;
  readonly opening: Decimal;
  readonly entries: readonly Balanced<Entry>[];
  readonly closing: Decimal;
  /** Invoices open on the last day, by how late they are. */
  readonly aging: Aging;
  /** Paid or credited, and set against no invoice on the last day: closing = all that is open - on account. */
  readonly onAccount: Decimal;
}

interface StatementRow {
  currency: string;
  opening: string;
  entries: { kind: EntryKind; id: string; number: string; on: string; dueOn: string | null; amount: string }[];
  openItems: { dueOn: string; open: string }[];
}

/** Works statements of account out from invoices, credit notes and payments; nothing of them is stored. */
class Statements {
  /** One for each currency in which something was ever invoiced or paid, in one statement of SQL. */
  async of(work: Work, question: StatementQuestion): Promise<Statement[]> {
    const { customerId, from, to } = question;
    const { rows } = await sql<StatementRow>`
      with movement as (
        select currency, kind, id, number, issued_on as on_day, due_on, case kind when 'INVOICE' then gross else -gross end as amount, issued_at as at
        from sales_invoice where customer_id = ${customerId} and state <> 'DRAFT' and issued_on <= ${to}::date
        union all
        select currency, kind, id, number, paid_on, null, case kind when 'RECEIPT' then -amount else amount end, recorded_at
        from sales_payment where customer_id = ${customerId} and paid_on <= ${to}::date),
      open_item as (
        select i.currency, i.due_on,
          i.gross - coalesce((select sum(s.amount) from sales_payment_share s join sales_payment p on p.id = s.payment_id
                              where s.invoice_id = i.id and p.paid_on <= ${to}::date), 0)
                  - coalesce((select sum(c.credited_amount) from sales_invoice c
                              where c.credits_invoice_id = i.id and c.state <> 'DRAFT' and c.issued_on <= ${to}::date), 0) as open
        from sales_invoice i
        where i.customer_id = ${customerId} and i.kind = 'INVOICE' and i.state <> 'DRAFT' and i.issued_on <= ${to}::date)
      select m.currency, coalesce(sum(m.amount) filter (where m.on_day < ${from}::date), 0)::text as opening,
        coalesce(json_agg(json_build_object('kind', m.kind, 'id', m.id, 'number', m.number, 'on', m.on_day, 'dueOn', case m.kind when 'INVOICE' then m.due_on end,
          'amount', m.amount::text) order by m.on_day, m.at, m.kind <> 'INVOICE', m.number) filter (where m.on_day >= ${from}::date), '[]') as entries,
        (select coalesce(json_agg(json_build_object('dueOn', o.due_on, 'open', o.open::text)), '[]')
         from open_item o where o.currency = m.currency and o.open <> 0) as "openItems"
      from movement m group by m.currency order by m.currency`.execute(work.sql);
    return rows.map((row) => statementOf(question, row));
  }
}

function statementOf(question: StatementQuestion, row: StatementRow): Statement {
  const opening = new Decimal(row.opening);
  const movements = row.entries.map(({ id, amount, ...entry }): Entry => ({
    ...entry,
    documentId: id,
    amount: new Decimal(amount),
  }));
  const entries = withBalance(opening, movements);
  const items = row.openItems.map(({ dueOn, open }) => ({ dueOn, open: new Decimal(open) }));
  const closing = entries.at(-1)?.balance ?? opening;
  const allOpen = Decimal.sum(0, ...items.map(({ open }) => open));
  return {
    ...question,
    currency: row.currency,
    opening,
    entries,
    closing,
    aging: agingOf(items, question.to),
    onAccount: allOpen.minus(closing),
  };
}

export const statements = new Statements();
