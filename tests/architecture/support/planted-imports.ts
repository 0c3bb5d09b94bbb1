/** One file importing another, or a package (`npm:name`). */
export type Edge = readonly [from: string, to: string];

/** The path of a file inside the modules. */
export const at = (path: string): string => `server/src/modules/${path}`;

/** Imports the house allows: the lint must not refuse one of them. */
export const allowed: readonly Edge[] = [
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
  ['portals/supplier/src/App.vue', 'npm:#ui/table.ts'],
];

/** One planted violation per rule, or several where a rule has several ways to be broken. */
export const planted: readonly (readonly [claim: string, rule: string, ...edge: Edge])[] = [
  ['upward', 'rows-below-only-catalog', at('catalog/up.ts'), at('inventory/lot.types.ts')],
  ['upward over several rows', 'rows-below-only-identity', at('identity/up.ts'), at('analytics/fact.types.ts')],
  ['same row', 'rows-below-only-sales', at('sales/side.ts'), at('purchasing/order.types.ts')],
  ['same row at the top', 'rows-below-only-analytics', at('analytics/side.ts'), at('notifications/n.types.ts')],
  ['a module without a row', 'module-has-a-row', at('warehouse/new.ts'), at('identity/person.types.ts')],
  ...['resolver', 'inputs', 'reads', 'policy', 'state', 'fields', 'calc', 'module'].map(
    (kind) =>
      [`private ${kind}`, 'public-files-only', at(`crm/peek-${kind}.ts`), at(`inventory/lot.${kind}.ts`)] as const,
  ),
  ['impure calc: an entity', 'calc-is-pure', at('vmi/a.calc.ts'), at('vmi/limit.entity.ts')],
  ['impure calc: a package', 'calc-is-pure', at('vmi/b.calc.ts'), 'npm:kysely'],
  ['impure calc: the platform', 'calc-is-pure', at('vmi/c.calc.ts'), 'server/src/platform/clock.ts'],
  ['kernel with a framework', 'kernel-is-pure', 'server/src/kernel/a.ts', 'npm:graphql'],
  ['kernel with Node', 'kernel-is-pure', 'server/src/kernel/b.ts', 'npm:node:fs'],
  ['kernel with the platform', 'kernel-is-pure', 'server/src/kernel/c.ts', 'server/src/platform/clock.ts'],
  ['platform with a module', 'platform-knows-kernel-only', 'server/src/platform/a.ts', at('identity/person.types.ts')],
  ['module with app', 'app-is-the-top', at('sales/top.ts'), 'server/src/app/schema.ts'],
  ['platform with app', 'platform-knows-kernel-only', 'server/src/platform/b.ts', 'server/src/app/schema.ts'],
  ['a program imported', 'programs-are-not-libraries', at('sales/program.ts'), 'server/src/cli.ts'],
  ...['pg', 'graphile-worker', 'fastify', '@apollo/server'].map(
    (name, i) => [`${name} in a module`, 'frameworks-live-in-platform', at(`crm/raw-${i}.ts`), `npm:${name}`] as const,
  ),
  ['fastify in app', 'frameworks-live-in-platform', 'server/src/app/raw.ts', 'npm:fastify'],
  ['server with tests', 'server-stands-alone', at('sales/tested.ts'), 'tests/support/factory.ts'],
  ['server with a portal', 'server-stands-alone', at('sales/shown.ts'), 'portals/ui/format.ts'],
  ['portal with a portal', 'portals-share-only-the-kit', 'portals/customer/src/a.ts', 'portals/admin/src/x.ts'],
  ['page with a portal', 'portals-share-only-the-kit', 'portals/admin/src/A.vue', 'portals/customer/src/Line.vue'],
  ['portal with the server', 'portals-share-only-the-kit', 'portals/admin/src/b.ts', 'server/src/kernel/unit.ts'],
  ['kit by its short name', 'no-cycles', 'portals/ui/ring.ts', 'npm:#ui/ring.ts'],
  ['kit with a portal', 'kit-knows-no-portal', 'portals/ui/a.ts', 'portals/admin/src/x.ts'],
  ['kit with the server', 'kit-knows-no-portal', 'portals/ui/b.ts', 'server/src/kernel/unit.ts'],
];
