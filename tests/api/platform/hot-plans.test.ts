import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lineStatuses } from '../../../server/src/modules/vmi/line/line-status.service.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { beginMessage } from '../../../server/src/platform/db/session.ts';
import { helpers, idOf } from '../../bench/product/seed/seed.ts';
import { seedParts } from '../../bench/product/seed/index.ts';
import { sizeAt } from '../../bench/product/size.ts';
import { actionsFor, TestApp } from '../../support/app.ts';
import { directAnswer, portalQueries, visibleIds } from '../../support/portal-documents.ts';

/** Lists whose tables grow with the business, and pages of one thing out of them. */
const HOT = [
  'SupplierStock',
  'SupplierProposals',
  'SupplierOrders',
  'SupplierOrderPage',
  'SupplierNotices',
  'SupplierShippable',
  'AdminVmiLines',
  'AdminOrders',
  'AdminOpenScheduleLines',
  'AdminStockBalances',
  'AdminStockMoves',
  'AdminItems',
];
const BIG = 2500;

let app: TestApp;
const actors: Record<string, Actor> = {};
const ids: Record<string, string[]> = {};
let big: ReadonlySet<string>;
const sent: { text: string; values: unknown[] }[] = [];

function watch(client: pg.PoolClient): void {
  const send = client.query.bind(client) as (...args: unknown[]) => unknown;
  client.query = ((...args: unknown[]) => {
    const [query] = args as [string | { text: string; values?: unknown[] }];
    if (typeof query !== 'string' && query.text.includes('as data'))
      sent.push({ text: query.text, values: query.values ?? [] });
    return send(...args);
  }) as typeof client.query;
}

const actorOf = (audience: 'STAFF' | 'SUPPLIER', n: number, roles: string[]): Actor => ({
  audience,
  personId: idOf('person', n),
  organisationId: idOf('organisation', n),
  membershipId: idOf('membership', n),
  sessionId: null,
  name: 'Somebody',
  actions: actionsFor(roles),
  locale: 'en',
  remoteAddress: null,
});

beforeAll(async () => {
  app = await TestApp.start();
  app.database.pool.on('connect', watch);
  const size = sizeAt(0.04);
  const parts = [helpers, ...seedParts.map(({ sql }) => sql(size))].join(';\n');
  await app.owner.query(`set session_replication_role = 'replica'; ${parts}; set session_replication_role = 'origin'`);
  await app.prepare((work) => lineStatuses.refreshAll(work));
  await app.owner.query('analyze');
  const tables = await app.owner.query<{ relname: string }>(`select relname from pg_class where reltuples > ${BIG}`);
  big = new Set(tables.map(({ relname }) => relname));
  actors['admin'] = actorOf('STAFF', 0, ['ADMIN', 'BUYER', 'PLANNER', 'WAREHOUSE']);
  actors['supplier'] = actorOf('SUPPLIER', 3, ['SUPPLIER_ADMIN']);
  for (const [portal, actor] of Object.entries(actors)) ids[portal] = await visibleIds(app, actor);
});
afterAll(() => app.close());

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly Node[];
}

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  const text = Array.isArray(value)
    ? `{${value.join(',')}}`
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
  return `'${text.replaceAll("'", "''")}'`;
};

/** The plan of what the page last sent, run as its reader. */
async function explain(actor: Actor, { text, values }: { text: string; values: unknown[] }): Promise<Node> {
  const client = await app.database.pool.connect();
  try {
    await client.query(beginMessage(actor, 'read'));
    await client.query(`prepare hot as ${text}`);
    const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : '';
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
      `explain (analyze, buffers, format json) execute hot${given}`,
    );
    const [found] = rows;
    if (!found) throw new Error('no plan');
    return found['QUERY PLAN'][0].Plan;
  } finally {
    await client.query('rollback; deallocate all');
    client.release();
  }
}

function* nodesOf(node: Node): Generator<Node> {
  yield node;
  for (const below of node.Plans ?? []) yield* nodesOf(below);
}

const blocksOf = (plan: Node): number => plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];

async function planOf(name: string, after?: string): Promise<Node> {
  const query = portalQueries().find((one) => one.name === name);
  const actor = query && actors[query.portal];
  if (!query || !actor) throw new Error(`no document ${name}`);
  sent.length = 0;
  await directAnswer(app, actor, query, ids[query.portal] ?? [], after === undefined ? {} : { after });
  const last = sent.at(-1);
  if (!last) throw new Error(`${name} sent nothing`);
  return explain(actor, last);
}

describe('hot pages over tables that grow', () => {
  it('have tables that would hurt', () => {
    expect([...big]).toEqual(
      expect.arrayContaining([
        'inventory_stock_balance',
        'purchasing_order',
        'purchasing_schedule_line',
        'vmi_line_status',
      ]),
    );
  });

  it.each(HOT)('%s enters every big table through an index', async (name) => {
    const scans = [...nodesOf(await planOf(name))].filter((node) => node['Node Type'].includes('Seq Scan'));
    expect(scans.flatMap((node) => node['Relation Name'] ?? []).filter((table) => big.has(table))).toEqual([]);
  });

  it.each(['SupplierStock', 'SupplierOrders'])('%s costs as much far down the list as at its top', async (name) => {
    const key = name === 'SupplierStock' ? '50000000' : '2026-01-01';
    const after = Buffer.from(JSON.stringify([key, idOf('line', 0)])).toString('base64url');
    const [top, below] = [await planOf(name), await planOf(name, after)];
    expect(blocksOf(below)).toBeLessThan(blocksOf(top) * 2 + 50);
  });
});
