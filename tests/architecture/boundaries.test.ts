import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { refusedImports } from './support/cruise.ts';
import { plant, ROOT } from './support/tree.ts';

type Edge = readonly [from: string, to: string];

const at = (path: string): string => `server/src/modules/${path}`;

/** Imports the house allows: the lint must not refuse one of them. */
const allowed: readonly Edge[] = [
  ['server/src/main.ts', 'server/src/app/start.ts'],
  ['server/src/cli.ts', 'server/src/app/start.ts'],
  ['server/src/app/start.ts', at('sales/sales.module.ts')],
  ['server/src/app/start.ts', 'server/src/platform/http.ts'],
  ['server/src/platform/http.ts', 'npm:fastify'],
  ['server/src/platform/http.ts', 'npm:pg'],
  ['server/src/platform/http.ts', 'server/src/kernel/quantity.ts'],
  ['server/src/kernel/quantity.ts', 'npm:decimal.js'],
  ['server/src/kernel/quantity.ts', 'npm:uuid'],
  [at('sales/sales.module.ts'), at('sales/order/sales-order.resolver.ts')],
  [at('sales/order/sales-order.resolver.ts'), at('sales/order/tax.calc.ts')],
  [at('sales/order/tax.calc.ts'), at('sales/order/rounding.calc.ts')],
  [at('sales/order/tax.calc.ts'), 'server/src/kernel/quantity.ts'],
  ...['entity', 'types', 'service', 'events', 'errors', 'loaders', 'port', 'shape'].map((kind): Edge => [
    at('sales/order/sales-order.resolver.ts'),
    at(`catalog/item.${kind}.ts`),
  ]),
  ['portals/supplier/src/main.ts', 'portals/supplier/src/App.vue'],
  ['portals/supplier/src/App.vue', 'portals/ui/table.ts'],
];

/** One planted violation per rule, or several where a rule has several ways to be broken. */
const planted: readonly (readonly [claim: string, rule: string, ...edge: Edge])[] = [
  ['upward', 'rows-below-only-catalog', at('catalog/up.ts'), at('inventory/lot.types.ts')],
  [
    'upward over several rows',
    'rows-below-only-identity',
    at('identity/up.ts'),
    at('analytics/fact.types.ts'),
  ],
  ['same row', 'rows-below-only-sales', at('sales/side.ts'), at('purchasing/order.types.ts')],
  [
    'same row at the top',
    'rows-below-only-analytics',
    at('analytics/side.ts'),
    at('notifications/n.types.ts'),
  ],
  ['a module without a row', 'module-has-a-row', at('warehouse/new.ts'), at('identity/person.types.ts')],
  ...['resolver', 'inputs', 'reads', 'policy', 'state', 'fields', 'calc', 'module'].map(
    (kind) =>
      [
        `private ${kind}`,
        'public-files-only',
        at(`crm/peek-${kind}.ts`),
        at(`inventory/lot.${kind}.ts`),
      ] as const,
  ),
  ['impure calc: an entity', 'calc-is-pure', at('vmi/a.calc.ts'), at('vmi/limit.entity.ts')],
  ['impure calc: a package', 'calc-is-pure', at('vmi/b.calc.ts'), 'npm:kysely'],
  ['impure calc: the platform', 'calc-is-pure', at('vmi/c.calc.ts'), 'server/src/platform/clock.ts'],
  ['kernel with a framework', 'kernel-is-pure', 'server/src/kernel/a.ts', 'npm:graphql'],
  ['kernel with Node', 'kernel-is-pure', 'server/src/kernel/b.ts', 'npm:node:fs'],
  ['kernel with the platform', 'kernel-is-pure', 'server/src/kernel/c.ts', 'server/src/platform/clock.ts'],
  [
    'platform with a module',
    'platform-knows-kernel-only',
    'server/src/platform/a.ts',
    at('identity/person.types.ts'),
  ],
  ['module with app', 'app-is-the-top', at('sales/top.ts'), 'server/src/app/schema.ts'],
  ['platform with app', 'platform-knows-kernel-only', 'server/src/platform/b.ts', 'server/src/app/schema.ts'],
  ['a program imported', 'programs-are-not-libraries', at('sales/program.ts'), 'server/src/cli.ts'],
  ...['pg', 'graphile-worker', 'fastify', '@apollo/server'].map(
    (name, i) =>
      [`${name} in a module`, 'frameworks-live-in-platform', at(`crm/raw-${i}.ts`), `npm:${name}`] as const,
  ),
  ['fastify in app', 'frameworks-live-in-platform', 'server/src/app/raw.ts', 'npm:fastify'],
  ['server with tests', 'server-stands-alone', at('sales/tested.ts'), 'tests/support/factory.ts'],
  ['server with a portal', 'server-stands-alone', at('sales/shown.ts'), 'portals/ui/format.ts'],
  [
    'portal with a portal',
    'portals-share-only-the-kit',
    'portals/customer/src/a.ts',
    'portals/admin/src/x.ts',
  ],
  [
    'page with a portal',
    'portals-share-only-the-kit',
    'portals/admin/src/A.vue',
    'portals/customer/src/Line.vue',
  ],
  [
    'portal with the server',
    'portals-share-only-the-kit',
    'portals/admin/src/b.ts',
    'server/src/kernel/unit.ts',
  ],
  ['kit with a portal', 'kit-knows-no-portal', 'portals/ui/a.ts', 'portals/admin/src/x.ts'],
  ['kit with the server', 'kit-knows-no-portal', 'portals/ui/b.ts', 'server/src/kernel/unit.ts'],
];

/** A file for every edge's start and end, importing what its edges say; packages resolve to the installed ones. */
function treeOf(edges: readonly Edge[]): Record<string, string> {
  const files: Record<string, string[]> = {};
  for (const [from, to] of edges) {
    const specifier = to.startsWith('npm:')
      ? to.slice(4)
      : `./${relative(dirname(from), to).replaceAll('\\', '/')}`;
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

test('our own imports all point down', async () => {
  const { refused, judged } = await refusedImports(ROOT);
  expect(refused).toEqual([]);
  expect(judged).toBeGreaterThan(0);
});
