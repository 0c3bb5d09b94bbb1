import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { explains, incompleteTerms, termsOf } from './support/glossary.ts';
import { moduleNames } from './support/modules.ts';
import { statementsOf, tableCreatedBy } from './support/sql.ts';
import { filesIn, plantForTest, ROOT } from './support/tree.ts';

/** Tables of modules under `root` whose noun the glossary does not explain. */
function unexplainedTables(root: string): string[] {
  const terms = termsOf(readFileSync(join(root, 'docs/glossary.md'), 'utf8'));
  const folder = join(root, 'migrations');
  const migrations = existsSync(folder) ? filesIn(folder, /\.sql$/) : [];
  return migrations.flatMap((name) =>
    statementsOf(readFileSync(join(folder, name), 'utf8'))
      .flatMap((statement) => tableCreatedBy(statement) ?? [])
      .filter((table) => {
        const [module, noun] = [table.split('_')[0] ?? '', table.split('_').slice(1).join('_')];
        return moduleNames.includes(module) && !explains(terms, noun);
      }),
  );
}

test('every table of a module is a noun the glossary explains', () => {
  expect(unexplainedTables(ROOT)).toEqual([]);
});

test('every term has both languages and one meaning', () => {
  const terms = termsOf(readFileSync(join(ROOT, 'docs/glossary.md'), 'utf8'));
  expect(terms.length).toBeGreaterThan(0);
  expect(incompleteTerms(terms)).toEqual([]);
});

test('a planted table without a term is named, and so is a term without Chinese', () => {
  const glossary = [
    '| English | 中文 | Meaning |',
    '| --- | --- | --- |',
    '| Purchase order line | 采购订单行 | One item of an order |',
    '| Lot | lot | A batch |',
    '| lot | 批次 | |',
  ].join('\n');
  const root = plantForTest({
    'docs/glossary.md': glossary,
    'migrations/0001_a.sql': [
      '-- create table sales_comment (id uuid);',
      'create table purchasing_order_line (id uuid);',
      'create table if not exists public.inventory_lot (id uuid);',
      'create table "inventory_wormhole" (id uuid);',
      'create table platform_event (id uuid);',
    ].join('\n'),
  });
  expect(unexplainedTables(root)).toEqual(['inventory_wormhole']);
  expect(incompleteTerms(termsOf(glossary))).toEqual([
    'Lot: no Chinese term',
    'lot: no meaning',
    'lot: explained twice',
  ]);
});
