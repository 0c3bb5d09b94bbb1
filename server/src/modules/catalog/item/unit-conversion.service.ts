import { sql } from 'kysely';
import { Ratio } from '../../../kernel/unit.ts';
import type { Work } from '../../../platform/db/work.ts';
import { UnknownUnit } from '../catalog.errors.ts';

/** Turns amounts in a unit of an item into its stock unit, by exact ratios. */
export class UnitConversion {
  /**
   * How many stock units one `unitCode` of the item is; one for the stock unit itself.
   * @throws UnknownUnit when the item is not counted in that unit.
   */
  async toStockUnit(work: Work, itemId: string, unitCode: string, path: readonly string[] = []): Promise<Ratio> {
    const { rows } = await sql<{ numerator: string; denominator: string }>`
      select '1' as numerator, '1' as denominator from catalog_item where id = ${itemId} and unit_code = ${unitCode}
      union all
      select numerator::text, denominator::text from catalog_item_unit where item_id = ${itemId} and unit_code = ${unitCode}
      limit 1`.execute(work.sql);
    const [found] = rows;
    if (!found) throw new UnknownUnit({ unit: unitCode }, path);
    return Ratio.of(BigInt(found.numerator), BigInt(found.denominator));
  }
}

export const unitConversion = new UnitConversion();
