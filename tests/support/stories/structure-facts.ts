import { expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { factsOf } from '../adventureworks.ts';
import type { TestApp } from '../app.ts';

interface Facts {
  active_component_rows: number;
  assemblies_with_active_bom: number;
  products_per_low_level_code: Record<string, number>;
  low_level_codes: Record<string, number>;
  explosion_749: {
    bom_lines_in_tree: number;
    max_level: number;
    distinct_components: number;
    purchased_leaf_components: number;
    aggregated_all_levels: Record<string, string>;
  };
}

interface Explosion {
  rows: { level: number }[];
  totals: { sku: string; isLeaf: boolean; total: { value: string } }[];
}

const productOf = (sku: string): string => sku.replace('AW-', '');

/** What the files say of how the products are made, and other code has worked out from them. */
export function ofStructure(opened: () => { readonly app: TestApp; readonly planner: Actor }): void {
  it('knows 504 products, 2 383 components in force, and low-level codes down to 4', async () => {
    const { app } = opened();
    const facts = await factsOf<Facts>('bom');
    const [counts] = await app.owner.query(`
      select (select count(*)::int from planning_item) as products, count(*)::int as components, count(distinct b.item_id)::int as assemblies
      from planning_bill_component c join planning_bill b on b.id = c.bill_id where c.valid_to = 'infinity' and b.valid_to = 'infinity'`);
    expect(counts).toEqual({
      products: 504,
      components: facts.active_component_rows,
      assemblies: facts.assemblies_with_active_bom,
    });
    const levels = await app.owner.query<{ sku: string; code: number }>(`
      select i.sku, p.low_level_code as code from planning_item p join catalog_item i on i.id = p.item_id`);
    const codes = new Map(levels.map(({ sku, code }) => [productOf(sku), code]));
    const known = Object.keys(facts.low_level_codes).map((product) => [product, codes.get(product)]);
    expect(Object.fromEntries(known)).toEqual(facts.low_level_codes);
    expect(Math.max(...codes.values())).toBe(4);
  });

  it('takes a bicycle apart into what other code found in it', async () => {
    const { app, planner } = opened();
    const { explosion_749: facts } = await factsOf<Facts>('bom');
    const [bicycle] = await app.owner.query<{ id: string }>(`select id from catalog_item where sku = 'AW-749'`);
    const { itemExplosion } = await app.ask<{ itemExplosion: Explosion }>(
      planner,
      'query ($itemId: ID!) { itemExplosion(itemId: $itemId) { rows { level } totals { sku isLeaf total { value } } } }',
      { itemId: toGlobalId('itm', bicycle?.id ?? '') },
    );
    const { rows, totals } = itemExplosion;
    expect(rows).toHaveLength(facts.bom_lines_in_tree);
    expect(Math.max(...rows.map(({ level }) => level))).toBe(facts.max_level);
    expect(totals).toHaveLength(facts.distinct_components);
    expect(totals.filter(({ isLeaf }) => isLeaf)).toHaveLength(facts.purchased_leaf_components);
    expect(Object.fromEntries(totals.map(({ sku, total }) => [productOf(sku), total.value]))).toEqual(
      facts.aggregated_all_levels,
    );
  });
}
