import { sql } from 'kysely';
import type { Decimal } from '../../../kernel/decimal.ts';
import { Money } from '../../../kernel/money.ts';
import { Ratio } from '../../../kernel/unit.ts';
import type { Work } from '../../../platform/db/work.ts';
import { customerTerms } from '../terms/customer-terms.service.ts';
import { pricing, type PricedLine } from './pricing.service.ts';
import { lineAmount } from './tax.calc.ts';

export interface PriceQuestionOfDay {
  readonly customerId: string;
  readonly itemId: string;
  readonly quantity: Decimal;
  /** By default the stock unit. */
  readonly unit: string | null;
  readonly on: string;
}

export interface PriceAnswer extends PricedLine {
  readonly unit: string;
  readonly amount: Money;
  readonly currency: string;
  readonly isTaxInclusive: boolean;
}

/** Answers staff who ask what a customer would pay, with the very rules that price an order. */
export class PriceChecks {
  /** Null where the item, the unit or a price is unknown. @throws NotFound for no customer, NoExchangeRate */
  async ask(work: Work, { customerId, itemId, quantity, unit, on }: PriceQuestionOfDay): Promise<PriceAnswer | null> {
    const terms = await customerTerms.of(work, customerId);
    const { rows } = await sql<{ unit: string; numerator: string; denominator: string }>`
      select i.unit_code as unit, '1' as numerator, '1' as denominator
      from catalog_item i where i.id = ${itemId} and coalesce(${unit}::text, i.unit_code) = i.unit_code
      union all
      select u.unit_code, u.numerator::text, u.denominator::text
      from catalog_item_unit u where u.item_id = ${itemId} and u.unit_code = ${unit}::text`.execute(work.sql);
    const known = rows[0];
    if (!known) return null;
    const { currency, isTaxInclusive, taxRate } = terms;
    const ratio = Ratio.of(BigInt(known.numerator), BigInt(known.denominator));
    const question = { itemId, unitCode: known.unit, ratio, quantity, taxRate };
    const [price] = await pricing.find(work, { customerId, currency, isTaxInclusive, on }, [question]);
    if (!price) return null;
    const amount = lineAmount(Money.of(price.unitPrice, currency), quantity, price.discount);
    return { ...price, unit: known.unit, amount, currency, isTaxInclusive };
  }
}

export const priceChecks = new PriceChecks();
