import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixedClock } from '../../../server/src/kernel/clock.ts';
import { newId } from '../../../server/src/kernel/id.ts';
import { mrpRuns } from '../../../server/src/modules/planning/mrp/mrp-run.service.ts';
import { systemActor, type Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';
import { anOrder, aTrade, type Trade } from '../../support/factories/purchasing.ts';

let app: TestApp;
let trade: Trade;
let planner: Actor;
let rival: Actor;
beforeAll(async () => {
  app = await TestApp.start(fixedClock('2026-11-25T10:00:00Z'));
  trade = await aTrade(app, { sku: 'BOLT' });
  planner = await anActor(app, trade.company, 'PLANNER');
  rival = await anActor(app, await anOrganisation(app, 'supplier'), 'SUPPLIER_ADMIN');
});
afterAll(() => app.close());

interface Message {
  id: string;
  kind: string;
  version: number;
  subjectNumber: string;
  wantedOn: string | null;
  allowedActions: string[];
}
interface Request {
  id: string;
  kind: string;
  state: string;
  version: number;
  wantedOn: string;
  committedOn: string | null;
  allowedActions: string[];
}
interface Told {
  told: { request: Request | null; userErrors: { code: string; path: string[] }[] };
}
const FIELDS = 'id kind state version wantedOn committedOn allowedActions';

const act = async (actor: Actor, name: 'Make' | 'Answer' | 'Withdraw', input: object): Promise<Told['told']> => {
  const { data, errors } = await app.run<Told>(
    actor,
    `mutation ($input: SupplierRequest${name}Input!) {
      told: supplierRequest${name}(input: $input) { request { ${FIELDS} } userErrors { code path } } }`,
    { input: { idempotencyKey: newId(), ...input } },
  );
  if (errors) throw new Error(errors[0]?.message);
  return data.told;
};
const listed = async (actor: Actor): Promise<Request[]> => {
  const { data } = await app.run<{ supplierRequests: { edges: { node: Request }[] } }>(
    actor,
    `{ supplierRequests(first: 50) { edges { node { ${FIELDS} item { sku } orderNumber quantity { value unit } } } } }`,
  );
  return data.supplierRequests.edges.map(({ node }) => node);
};

/** One delivery of 100 bolts that comes on a day, needed on another; null: not at all. Gives what the run says of it. */
async function asked(comesOn: string, neededOn: string | null): Promise<Message> {
  await app.prepare(async (work) => {
    await sql`update purchasing_schedule_line set state = 'CANCELLED'`.execute(work.sql);
    await sql`delete from planning_demand`.execute(work.sql);
    if (neededOn)
      await sql`insert into planning_demand (id, item_id, site_id, due_on, quantity)
        values (${newId()}, ${trade.item.id}, ${trade.siteId}, ${neededOn}, 100)`.execute(work.sql);
    await sql`insert into planning_item (id, item_id, site_id) values (${newId()}, ${trade.item.id}, ${trade.siteId})
      on conflict do nothing`.execute(work.sql);
  });
  await anOrder(app, trade, { quantity: 100, on: comesOn, isConfirmed: true });
  await mrpRuns.run(app.database, systemActor('planning'), { kind: 'REGENERATIVE' });
  const { data } = await app.run<{ planningMessages: { edges: { node: Message }[] } }>(
    planner,
    `{ planningMessages(first: 5, kind: [EXPEDITE, DEFER, CANCEL]) {
      edges { node { id kind version subjectNumber wantedOn allowedActions } } } }`,
  );
  expect(data.planningMessages.edges).toHaveLength(1);
  return data.planningMessages.edges[0]!.node;
}
const made = async (message: Message): Promise<Request> => {
  const { request, userErrors } = await act(planner, 'Make', {
    messageId: message.id,
    expectedVersion: message.version,
    note: 'The line would stand',
  });
  expect(userErrors).toEqual([]);
  return request!;
};
const openDelivery = async () =>
  (
    await app.prepare((work) =>
      sql<{
        first: string | null;
        now: string | null;
        state: string;
      }>`select first_confirmed_on::text as first, confirmed_on::text as now, state
        from purchasing_schedule_line order by id desc limit 1`.execute(work.sql),
    )
  ).rows[0]!;

it('asks for an earlier day, and takes the day the supplier commits to as his promise', async () => {
  const message = await asked('2027-01-11', '2026-12-21');
  expect(message).toMatchObject({ kind: 'EXPEDITE', wantedOn: '2026-12-21' });
  expect(message.allowedActions).toContain('planning.request.make');
  const request = await made(message);
  expect(request).toMatchObject({ kind: 'EXPEDITE', state: 'OPEN', wantedOn: '2026-12-21' });
  expect(request.allowedActions).toEqual(['planning.request.withdraw']);

  const [seen] = await listed(trade.seller);
  expect(seen).toMatchObject({ id: request.id, allowedActions: ['planning.request.answer'] });
  const answer = {
    requestId: request.id,
    expectedVersion: request.version,
    answer: 'COMMIT',
    committedOn: '2026-12-23',
  };
  const { request: answered } = await act(trade.seller, 'Answer', answer);
  expect(answered).toMatchObject({ state: 'COMMITTED', committedOn: '2026-12-23', allowedActions: [] });
  expect(await openDelivery()).toEqual({ first: '2027-01-11', now: '2026-12-23', state: 'OPEN' });
  const again = await act(trade.seller, 'Answer', { ...answer, expectedVersion: answered!.version });
  expect(again.userErrors[0]).toMatchObject({ code: 'NOT_POSSIBLE_NOW' });
});

it('is shown to the supplier it asks and to no other', async () => {
  const request = await made(await asked('2027-01-11', '2026-12-21'));
  expect(await listed(rival)).toEqual([]);
  const { userErrors } = await act(rival, 'Answer', {
    requestId: request.id,
    expectedVersion: request.version,
    answer: 'COMMIT',
  });
  expect(userErrors[0]).toMatchObject({ code: 'NOT_FOUND' });
  await act(planner, 'Withdraw', { requestId: request.id, expectedVersion: request.version });
  expect((await listed(trade.seller)).map(({ state }) => state)).not.toContain('OPEN');
});

it('leaves the order alone when the supplier declines, which he must explain', async () => {
  const request = await made(await asked('2026-12-07', '2027-02-01'));
  expect(request.kind).toBe('DEFER');
  const answer = { requestId: request.id, expectedVersion: request.version, answer: 'DECLINE' };
  const { userErrors } = await act(trade.seller, 'Answer', answer);
  expect(userErrors[0]).toEqual({ code: 'REASON_NEEDED', path: ['input', 'note'] });
  await act(trade.seller, 'Answer', { ...answer, note: 'Already packed' });
  expect((await listed(planner))[0]).toMatchObject({ state: 'DECLINED', committedOn: null });
  expect(await openDelivery()).toMatchObject({ now: '2026-12-07', state: 'OPEN' });
});

it('ends a delivery nobody needs once the supplier agrees', async () => {
  const message = await asked('2026-12-07', null);
  expect(message.kind).toBe('CANCEL');
  const request = await made(message);
  await act(trade.seller, 'Answer', { requestId: request.id, expectedVersion: request.version, answer: 'COMMIT' });
  expect(await openDelivery()).toMatchObject({ state: 'CANCELLED' });
});

it('refuses a day that has passed, an old version, and who may not ask', async () => {
  const message = await asked('2027-01-11', '2026-12-21');
  const input = { messageId: message.id, expectedVersion: message.version };
  expect((await act(planner, 'Make', { ...input, wantedOn: '2026-11-01' })).userErrors[0]?.code).toBe('DAY_HAS_PASSED');
  expect((await act(planner, 'Make', { ...input, expectedVersion: 9 })).userErrors[0]?.code).toBe('STALE_OBJECT');
  await expect(act(trade.warehouse, 'Make', input)).rejects.toThrow('You may not do this');
  const request = await made(message);
  const past = { requestId: request.id, expectedVersion: 1, answer: 'COMMIT', committedOn: '2026-11-01' };
  expect((await act(trade.seller, 'Answer', past)).userErrors[0]?.code).toBe('DAY_HAS_PASSED');
});

it('counts days where the goods are wanted: on the other side of the date line it is tomorrow already', async () => {
  const message = await asked('2027-01-11', '2026-12-21');
  const zone = (name: string) =>
    app.prepare((work) =>
      sql`update catalog_site set time_zone = ${name} where id = ${trade.siteId}`.execute(work.sql),
    );
  await zone('Pacific/Kiritimati');
  const wish = { messageId: message.id, expectedVersion: message.version, note: '', wantedOn: '2026-11-25' };
  expect((await act(planner, 'Make', wish)).userErrors[0]?.code).toBe('DAY_HAS_PASSED');
  const { request } = await act(planner, 'Make', { ...wish, wantedOn: '2026-11-26' });
  expect(request).toMatchObject({ state: 'OPEN', wantedOn: '2026-11-26' });
  await zone('UTC');
});
