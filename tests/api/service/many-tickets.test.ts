import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { ticketsSeed } from '../../bench/service/seed.ts';
import { idOf } from '../../bench/product/seed/seed.ts';
import { actionsFor, TestApp } from '../../support/app.ts';
import { TICKETS_ASKED } from '../../support/effort.ts';
import { blocksOf, nodesOf, Plans, type PlanNode } from '../../support/explain.ts';

const COUNT = TICKETS_ASKED ?? 20_000;
let app: TestApp;
let plans: Plans;

const actorOf = (audience: 'STAFF' | 'CUSTOMER', organisation: number, person: number, role: string): Actor => ({
  audience,
  personId: idOf('person', person),
  organisationId: idOf('organisation', organisation),
  membershipId: idOf('membership', person),
  sessionId: null,
  name: 'Somebody',
  actions: actionsFor([role]),
  locale: 'en',
  remoteAddress: null,
});
const agent = actorOf('STAFF', 0, 205, 'SERVICE');
const customer = actorOf('CUSTOMER', 7, 7, 'CUSTOMER_ADMIN');

beforeAll(async () => {
  app = await TestApp.start();
  plans = new Plans(app);
  await app.owner.query(ticketsSeed(COUNT));
  await app.owner.query('vacuum analyze');
}, 240_000);
afterAll(() => app.close());

const fieldsOf = ({ audience }: Actor): string =>
  `nodes { id number subject statusName priority organisation { name } ${audience === 'STAFF' ? 'nextDueAt assignee { name }' : ''} } pageInfo { endCursor }`;
interface Page {
  tickets: { nodes: { id: string }[]; pageInfo: { endCursor: string } };
}
const page = (who: Actor, args: string, after: string | null = null) =>
  app.ask<Page>(who, `query ($after: String) { tickets(first: 50, after: $after, ${args}) { ${fieldsOf(who)} } }`, {
    after,
  });
const planOf = (who: Actor, args: string, after: string | null = null) => plans.of(who, () => page(who, args, after));

const scanned = (plan: PlanNode): string[] =>
  [...nodesOf(plan)]
    .filter((node) => node['Node Type'] === 'Seq Scan')
    .flatMap((node) => node['Relation Name'] ?? [])
    .filter((table) => /^(service_ticket|interactions_)/.test(table));
/** The most rows that anything of the plan put in order. */
const sorted = (plan: PlanNode): number =>
  Math.max(
    0,
    ...[...nodesOf(plan)].filter((node) => /Sort/.test(node['Node Type'])).map((node) => node['Actual Rows']),
  );
function measured(name: string, plan: PlanNode): void {
  if (TICKETS_ASKED)
    console.log(`${COUNT} tickets, ${name}: ${plan['Actual Total Time'].toFixed(1)} ms, ${blocksOf(plan)} blocks`);
}
const indexes = (plan: PlanNode): string[] => [...nodesOf(plan)].flatMap((node) => node['Index Name'] ?? []);

describe('the queue with many tickets', () => {
  it.each([
    ['what is due next', 'isActive: true, sort: DUE', 'service_ticket_due'],
    ['what is due next to me', 'isActive: true, isMine: true, sort: DUE', 'service_ticket_assignee'],
    ['what nobody has taken', 'isActive: true, isUnassigned: true, sort: DUE', 'service_ticket_unassigned'],
    ['what is late', 'isActive: true, isBreached: true, sort: DUE', 'service_ticket_breached'],
    ['everything, newest first', 'sort: NEWEST', 'service_ticket_newest'],
  ])('reads %s in one statement, in the order of an index, without sorting', async (name, args, index) => {
    const statements = await app.statements(() => page(agent, args));
    expect(statements.filter((text) => text.includes('as data'))).toHaveLength(1);
    const plan = await planOf(agent, args);
    expect(indexes(plan)).toContain(index);
    expect(scanned(plan)).toEqual([]);
    expect(sorted(plan)).toBeLessThanOrEqual(51);
    measured(name, plan);
  });

  it('reads one queue, and two of them, in the order of an index, looking at few others', async () => {
    const queues = await app.owner.query<{ id: string }>('select id from service_queue order by code');
    const ids = queues.map(({ id }) => `"${toGlobalId('que', id)}"`);
    const whole = blocksOf(await planOf(agent, 'isActive: true, sort: DUE'));
    for (const some of [ids.slice(0, 1), ids.slice(0, 2)]) {
      const plan = await planOf(agent, `isActive: true, queueIds: [${some.join(', ')}], sort: DUE`);
      // Of a queue with every third ticket Postgres rather picks out of all that is due.
      expect(indexes(plan).join()).toMatch(/service_ticket_(queue_)?due/);
      expect(scanned(plan)).toEqual([]);
      expect(sorted(plan)).toBeLessThanOrEqual(51);
      expect(blocksOf(plan)).toBeLessThan(whole * 2);
      measured(`${some.length} of ${ids.length} queues`, plan);
    }
  });

  it('costs as much far down as at its top', async () => {
    const far = Buffer.from(JSON.stringify([new Date(Date.now() - COUNT * 30_000), idOf('ticket', 1)])).toString(
      'base64url',
    );
    const [top, below] = [await planOf(agent, 'sort: NEWEST'), await planOf(agent, 'sort: NEWEST', far)];
    expect(blocksOf(below)).toBeLessThan(blocksOf(top) * 2 + 50);
  });

  it('reads a customer his own through his index, behind row security', async () => {
    const plan = await planOf(customer, 'sort: NEWEST');
    expect(indexes(plan)).toContain('service_ticket_organisation');
    expect(scanned(plan)).toEqual([]);
  });
});

describe('search among many tickets', () => {
  const found = async (who: Actor, search: string) => (await page(who, `search: "${search}"`)).tickets.nodes.length;

  it.each([
    ['a rare English word', 'own776'],
    ['a Chinese word', String.fromCodePoint(19968 + 7, 22000 + 7)],
    ['two words together', 'order word12'],
    // Of few tickets Postgres rather reads them all.
    ['a word of every second ticket', 'order', COUNT >= 100_000],
    ['a Chinese word of every second ticket', '订单', COUNT >= 100_000],
  ])('finds %s by its index, and looks at few others', async (name, search, isIndexed = true) => {
    expect(await found(agent, search)).toBeGreaterThan(0);
    for (const who of [agent, customer]) {
      const plan = await planOf(who, `search: "${search}"`);
      if (isIndexed) {
        expect(scanned(plan)).toEqual([]);
        expect(indexes(plan).filter((index) => index.startsWith('service_ticket_word'))).not.toEqual([]);
      }
      expect(blocksOf(plan)).toBeLessThan(30_000);
      measured(`${name}, ${who.audience}`, plan);
    }
  });

  it('says nothing of what others wrote', async () => {
    const own = (await page(customer, 'sort: NEWEST')).tickets.nodes.length;
    expect(own).toBeGreaterThan(0);
    const foreign = await app.owner.query<{ word: string }>(
      `select w.word from service_ticket_word w where w.word like 'own%' and w.organisation_id <> $1 limit 1`,
      [customer.organisationId],
    );
    expect(await found(customer, foreign[0]?.word ?? '')).toBe(0);
  });
});
