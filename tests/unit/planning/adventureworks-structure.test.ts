import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lowLevelCodes } from '../../../server/src/modules/planning/mrp/low-level-code.calc.ts';
import { adventureWorksFolder, factsOf, hasAdventureWorks } from '../../support/adventureworks.ts';

interface Facts {
  active_component_rows: number;
  low_level_codes: Record<string, number>;
}

/** The rows of a file without quoted cells in the columns that are asked for, which come first. */
async function rowsOf(name: string): Promise<string[][]> {
  const text = await readFile(join(adventureWorksFolder, name), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

/** The components in force, by the place of their assembly among the products. */
async function structureInForce() {
  const rows = (await rowsOf('bill_of_materials.csv')).filter(([, assembly, , , end]) => assembly && !end);
  const products = [...new Set(rows.flatMap(([, assembly = '', component = '']) => [assembly, component]))];
  const placeOf = new Map(products.map((product, place) => [product, place]));
  const below = Map.groupBy(rows, ([, assembly = '']) => placeOf.get(assembly));
  const children = products.map((_, place) =>
    (below.get(place) ?? []).map(([, , component = '']) => placeOf.get(component)!),
  );
  const first = Int32Array.from({ length: products.length + 1 }, (_, place) => children.slice(0, place).flat().length);
  return { rows, products, first, child: Int32Array.from(children.flat()) };
}

describe('the structure of AdventureWorks', () => {
  if (!hasAdventureWorks)
    return void it('is not beside the project', () => {
      console.log(`The structure of AdventureWorks was not checked: there is no ${adventureWorksFolder}.`);
      expect(hasAdventureWorks).toBe(false);
    });

  it('has 504 products, 2 383 components in force and low-level codes to 4, as other code found', async () => {
    const facts = await factsOf<Facts>('bom');
    const { rows, products, first, child } = await structureInForce();
    expect((await readFile(join(adventureWorksFolder, 'product.csv'), 'utf8')).trim().split('\n')).toHaveLength(
      1 + 504,
    );
    expect([rows.length, facts.active_component_rows]).toEqual([2383, 2383]);
    const codes = lowLevelCodes(products.length, { first, child }, (place) => products[place] ?? '');
    expect(Object.fromEntries(products.map((product, place) => [product, codes[place]]))).toEqual(
      facts.low_level_codes,
    );
    expect(Math.max(...codes)).toBe(4);
  });
});
