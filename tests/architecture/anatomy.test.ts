import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { moduleNames, rowOf } from './support/modules.ts';
import { plantForTest, ROOT } from './support/tree.ts';

/** Module folders under `root` that lack what every module has. */
function incompleteModules(root: string): string[] {
  const folder = join(root, 'server/src/modules');
  const entries = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
  return entries.flatMap((entry) => {
    if (!entry.isDirectory()) return [`${entry.name} lies outside every module`];
    if (!moduleNames.includes(entry.name)) return [`${entry.name} has no row`];
    return ['README.md', `${entry.name}.module.ts`]
      .filter((file) => !existsSync(join(folder, entry.name, file)))
      .map((file) => `${entry.name} has no ${file}`);
  });
}

test('every module says what it owns and what app needs of it', () => {
  expect(incompleteModules(ROOT)).toEqual([]);
});

test('a planted bare module, a stray file and a module without a row are named', () => {
  const root = plantForTest({
    'server/src/modules/crm/README.md': '# crm',
    'server/src/modules/crm/crm.module.ts': 'export {};',
    'server/src/modules/sales/order.entity.ts': 'export {};',
    'server/src/modules/helpers.ts': 'export {};',
    'server/src/modules/warehouse/README.md': '# warehouse',
  });
  expect(incompleteModules(root)).toEqual([
    'helpers.ts lies outside every module',
    'sales has no README.md',
    'sales has no sales.module.ts',
    'warehouse has no row',
  ]);
});

/** The rows as `docs/architecture.md` draws them: `4   purchasing     sales`. */
const rowsDrawn = (page: string): Map<string, number> =>
  new Map(
    [...page.matchAll(/^ (\d) {3}(\w.*)$/gm)].flatMap(([, row, names = '']) =>
      names
        .trim()
        .split(/\s+/)
        .map((name): [string, number] => [name, Number(row)]),
    ),
  );

test('the rows on the page are the rows the lint keeps', () => {
  const drawn = rowsDrawn(readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8'));
  drawn.delete('platform');
  expect(drawn).toEqual(rowOf);
  expect(rowsDrawn(' 2   catalog        interactions\n 1   identity\n')).not.toEqual(rowOf);
});
