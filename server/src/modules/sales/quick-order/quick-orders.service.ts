import { sql } from 'kysely';
import { todayIn } from '../../../kernel/calendar-date.ts';
import type { Decimal } from '../../../kernel/decimal.ts';
import { Money } from '../../../kernel/money.ts';
import { Ratio } from '../../../kernel/unit.ts';
import type { Work } from '../../../platform/db/work.ts';
import { salesOrderDrafts } from '../order/order-drafts.service.ts';
import { pricing } from '../price/pricing.service.ts';
import { lineAmount } from '../price/tax.calc.ts';
import { NothingOrdered, QuickOrderRefused } from '../sales.errors.ts';
import { customerTerms } from '../terms/customer-terms.service.ts';
import { readRows, type UnreadableRow, type WantedRow } from './quick-order.calc.ts';

export interface QuickOrderProblem {
  readonly row: number;
  readonly text: string;
  readonly reason: UnreadableRow['reason'] | 'UNKNOWN_ITEM' | 'UNKNOWN_UNIT' | 'NO_PRICE';
}

export interface QuickOrderLine {
  readonly row: number;
  readonly itemId: string;
  readonly sku: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: Decimal;
  readonly unitPrice: Money;
  readonly amount: Money;
}

export interface QuickOrderCheck {
  readonly lines: readonly QuickOrderLine[];
  readonly problems: readonly QuickOrderProblem[];
  /** Before tax rules, of the lines that can be ordered. */
  readonly total: Money;
}

interface Match {
  row: number;
  id: string;
  sku: string;
  name: string;
  unit: string | null;
  numerator: string;
  denominator: string;
}

/** Many lines at once, pasted or from a file: all of them, or none with every problem named. */
export class QuickOrders {
  /** What the rows would come to; nothing is written. @throws NotFound, NoExchangeRate */
  async check(work: Work, customerId: string, pasted: string): Promise<QuickOrderCheck> {
    const terms = await customerTerms.of(work, customerId);
    const { wanted, unreadable } = readRows(pasted);
    const matches = await this.match(work, wanted);
    const known = wanted.flatMap((row) => {
      const found = matches.get(row.row);
      return found?.unit ? [{ row, found, unit: found.unit }] : [];
    });
    const on = todayIn('UTC', work.clock);
    const prices = await pricing.find(
      work,
      { customerId, currency: terms.currency, isTaxInclusive: terms.isTaxInclusive, on },
      known.map(({ row, found, unit }) => ({
        itemId: found.id,
        unitCode: unit,
        ratio: Ratio.of(BigInt(found.numerator), BigInt(found.denominator)),
        quantity: row.quantity,
        taxRate: terms.taxRate,
      })),
    );
    const lines = known.flatMap(({ row, found, unit }, index): QuickOrderLine[] => {
      const price = prices[index];
      if (!price) return [];
      const unitPrice = Money.of(price.unitPrice, terms.currency);
      const amount = lineAmount(unitPrice, row.quantity, price.discount);
      return [
        {
          row: row.row,
          itemId: found.id,
          sku: found.sku,
          name: found.name,
          unit,
          quantity: row.quantity,
          unitPrice,
          amount,
        },
      ];
    });
    const good = new Set(lines.map(({ row }) => row));
    const bad = wanted.filter(({ row }) => !good.has(row)).map((row) => problemOf(row, matches.get(row.row)));
    return {
      lines,
      problems: [...unreadable, ...bad].toSorted((a, b) => a.row - b.row),
      total: Money.sum(
        lines.map(({ amount }) => amount),
        terms.currency,
      ),
    };
  }

  /** Makes a draft of all rows. @throws QuickOrderRefused with every problem, and then nothing is made */
  async draft(work: Work, customerId: string, pasted: string): Promise<string> {
    const { lines, problems } = await this.check(work, customerId, pasted);
    if (problems.length > 0) throw new QuickOrderRefused({ count: problems.length }, ['input', 'text'], { problems });
    if (lines.length === 0) throw new NothingOrdered({}, ['input', 'text']);
    const wanted = lines.map(({ itemId, unit, quantity }) => ({ itemId, unit, quantity }));
    return salesOrderDrafts.create(work, { customerId, lines: wanted });
  }

  private async match(work: Work, wanted: readonly WantedRow[]): Promise<Map<number, Match>> {
    const rows = wanted.map(({ row, sku, unit }) => ({ row, sku, unit: unit?.toUpperCase() ?? null }));
    const { rows: found } = await sql<Match>`
      select w.row, i.id, i.sku,
             case when ${work.actor.locale} = 'zh-CN' and i.name_zh <> '' then i.name_zh else i.name_en end as name,
             case when w.unit is null or upper(i.unit_code) = w.unit then i.unit_code else u.unit_code end as unit,
             case when w.unit is null or upper(i.unit_code) = w.unit then '1' else u.numerator::text end as numerator,
             case when w.unit is null or upper(i.unit_code) = w.unit then '1' else u.denominator::text end as denominator
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as w(row int, sku text, unit text)
      join catalog_item i on (i.sku = w.sku or i.sku = upper(w.sku)) and i.is_sellable and i.is_active
      left join catalog_item_unit u on u.item_id = i.id and upper(u.unit_code) = w.unit`.execute(work.sql);
    return new Map(found.map((match) => [match.row, match]));
  }
}

function problemOf({ row, text }: WantedRow, match: Match | undefined): QuickOrderProblem {
  return { row, text, reason: match ? (match.unit ? 'NO_PRICE' : 'UNKNOWN_UNIT') : 'UNKNOWN_ITEM' };
}

export const quickOrders = new QuickOrders();
