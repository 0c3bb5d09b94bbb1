import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { refusedImports } from './support/cruise.ts';
import { moduleNames, rowOf } from './support/modules.ts';
import { allowed, at, type Edge, planted } from './support/planted-imports.ts';
import { plant, ROOT } from './support/tree.ts';

/** A file for every edge's start and end, importing what its edges say; packages resolve to the installed ones. */
function treeOf(edges: readonly Edge[]): Record<string, string> {
  const files: Record<string, string[]> = {};
  for (const [from, to] of edges) {
    const specifier = to.startsWith('npm:') ? to.slice(4) : `./${relative(dirname(from), to).replaceAll('\\', '/')}`;
    (files[from] ??= []).push(`import '${specifier}';`);
    if (!to.startsWith('npm:')) files[to] ??= [];
  }
  return Object.fromEntries(
    Object.entries(files).map(([path, lines]) => {
      const script = [...lines, 'export {};', ''].join('\n');
      return [path, path.endsWith('.vue') ? `<script setup lang="ts">\n${script}</script>\n` : script];
    }),
  );
}

describe('planted in a small tree', () => {
  let refused: string[];

  beforeAll(async () => {
    const { root, remove } = plant({
      ...treeOf([...allowed, ...planted.map(([, , from, to]): Edge => [from, to])]),
      [at('crm/ring/a.ts')]: "import type { B } from './b.ts';\nexport type A = B[];\n",
      [at('crm/ring/b.ts')]: "import type { A } from './a.ts';\nexport type B = A | string;\n",
      [at('crm/forgotten.ts')]: 'export const nobody = 1;\n',
      [at('crm/typo.ts')]: "import './no-such-file.ts';\n",
      'tsconfig.json': readFileSync(join(ROOT, 'tsconfig.json'), 'utf8'),
      'portals/package.json': readFileSync(join(ROOT, 'portals/package.json'), 'utf8'),
    });
    ({ refused } = await refusedImports(root).finally(remove));
  });

  const about = (rule: string, from: string): string[] =>
    refused.filter((line) => line.startsWith(`${rule}: ${from} -> `));

  test.each(planted)('refuses %s (%s)', (_claim, rule, from) => {
    expect(about(rule, from)).toHaveLength(1);
  });

  test('refuses a ring of imports, of types too', () => {
    expect(
      about('no-cycles', at('crm/ring/a.ts')).length + about('no-cycles', at('crm/ring/b.ts')).length,
    ).toBeGreaterThan(0);
  });

  test('refuses a file nobody joined up, and an import of nothing', () => {
    expect(about('no-orphans', at('crm/forgotten.ts'))).toHaveLength(1);
    expect(about('imports-resolve', at('crm/typo.ts'))).toHaveLength(1);
  });

  test('refuses nothing else', () => {
    const guilty = new Set([...planted.map(([, rule, from]) => `${rule}: ${from}`)]);
    const others = refused.filter(
      (line) => !guilty.has(line.split(' -> ')[0] ?? '') && !/\/crm\/(ring|forgotten|typo)/.test(line),
    );
    expect(others).toEqual([]);
  });
});

test('of all pairs of modules, exactly those that point down may import', async () => {
  const row = (name: string): number => rowOf.get(name) ?? 0;
  const pairs = moduleNames.flatMap((from) => moduleNames.filter((to) => to !== from).map((to) => [from, to] as const));
  const edges = pairs.map(([from, to]): Edge => [at(`${from}/to-${to}.ts`), at(`${to}/thing.types.ts`)]);
  const { root, remove } = plant({ ...treeOf(edges), 'tsconfig.json': '{}' });
  const { refused } = await refusedImports(root).finally(remove);
  const upward = pairs
    .filter(([from, to]) => row(to) >= row(from))
    .map(([from, to]) => `rows-below-only-${from}: ${at(`${from}/to-${to}.ts`)} -> ${at(`${to}/thing.types.ts`)}`);
  expect(refused).toEqual(upward.sort());
});

test('our own imports all point down', async () => {
  const { refused, judged } = await refusedImports(ROOT);
  expect(refused).toEqual([]);
  expect(judged).toBeGreaterThan(0);
});
