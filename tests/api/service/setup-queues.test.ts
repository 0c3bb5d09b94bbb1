import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { saveSetup } from '../../support/factories/desk-setup.ts';
import { aDesk, opened, refusalOf, ticketFor, type Help } from '../../support/factories/service.ts';

let help: Help;

beforeAll(async () => {
  help = await aDesk();
});
afterAll(() => help.app.close());

interface Placed {
  id: string;
  code: string;
  name: string;
  isDefault: boolean;
  isActive: boolean;
  version: number;
  openTickets: number;
  agents: { id: string; version: number }[];
}
const queues = async (who: Actor = help.agent): Promise<Placed[]> =>
  (
    await help.app.ask<{ serviceQueues: { nodes: Placed[] } }>(
      who,
      '{ serviceQueues(first: 100) { nodes { id code name nameEn nameZh policyCode isDefault isActive version openTickets agents { id version } } } }',
    )
  ).serviceQueues.nodes;
const queue = async (code: string): Promise<Placed | undefined> => (await queues()).find((one) => one.code === code);
const categories = async (who: Actor, isActive: boolean | null = null): Promise<Placed[]> =>
  (
    await help.app.ask<{ serviceCategories: { nodes: Placed[] } }>(
      who,
      `query ($a: Boolean) { serviceCategories(first: 100, isActive: $a) { nodes { id code name ${who.audience === 'STAFF' ? 'skill isActive version queue { code }' : ''} } } }`,
      { a: isActive },
    )
  ).serviceCategories.nodes;

const save = (act: string, input: object, who: Actor = help.admin) => saveSetup(help, act, input, who);

it('makes a queue with its people, which takes the tickets of its categories until it is taken out of use', async () => {
  const returns = { code: 'RETURNS', nameEn: 'Returns', nameZh: '退货' };
  expect(await save('serviceQueueSave', { ...returns, code: 'returns' })).toEqual(['NAMES_REFUSED input.code']);
  expect(await save('serviceQueueSave', { ...returns, nameEn: ' ' })).toEqual(['NAMES_REFUSED input.nameEn']);
  expect(await save('serviceQueueSave', { ...returns, nameZh: '长'.repeat(101) })).toEqual([
    'NAMES_REFUSED input.nameZh',
  ]);
  expect(await save('serviceQueueSave', { ...returns, policyCode: 'NONE' })).toEqual(['NOT_FOUND input.policyCode']);
  expect(await save('serviceQueueSave', { ...returns, agentIds: [toGlobalId('agt', help.company.id)] })).toEqual([
    'NOT_FOUND input.agentIds',
  ]);
  expect(await save('agentSave', { personId: toGlobalId('per', help.agent.personId ?? ''), queueIds: [] })).toEqual([]);
  const { serviceAgents } = await help.app.ask<{ serviceAgents: { nodes: { id: string }[] } }>(
    help.agent,
    '{ serviceAgents(first: 10) { nodes { id } } }',
  );
  const agentIds = serviceAgents.nodes.map(({ id }) => id);
  const key = { idempotencyKey: 'a-queue-for-returns' };
  expect(await save('serviceQueueSave', { ...returns, ...key, agentIds })).toEqual([]);
  expect(await save('serviceQueueSave', { ...returns, ...key, agentIds }), 'the same again').toEqual([]);
  expect(await save('serviceQueueSave', returns)).toEqual(['CODE_TAKEN input.code']);
  expect((await queues({ ...help.agent, locale: 'zh-CN' })).at(-1)).toMatchObject({
    name: '退货',
    agents: [{ id: agentIds[0], version: 2 }],
    version: 1,
  });
  const queueId = (await queue('RETURNS'))?.id;
  expect(await save('serviceCategorySave', { code: 'RETURN', nameEn: 'A return', nameZh: '退货', queueId })).toEqual(
    [],
  );
  const categoryId = (await categories(help.anna)).find(({ code }) => code === 'RETURN')?.id;
  const first = await opened(help, help.anna, { categoryId });
  expect(await ticketFor(help, help.agent, first.id, 'queue')).toMatchObject({ queue: 'Returns' });

  const change = { ...returns, id: queueId, nameEn: 'Goods that come back', isActive: false, agentIds: [] };
  expect(await save('serviceQueueSave', { ...change, expectedVersion: 7 })).toEqual([
    'STALE_OBJECT input.expectedVersion',
  ]);
  expect(await save('serviceQueueSave', { ...change, id: toGlobalId('que', help.company.id) })).toEqual([
    'NOT_FOUND input.id',
  ]);
  expect(await save('serviceQueueSave', { ...change, expectedVersion: 1 })).toEqual([]);
  expect(await queue('RETURNS'), 'what waits in it stays').toMatchObject({ openTickets: 1, agents: [], version: 2 });
  const second = await opened(help, help.anna, { categoryId });
  expect(await ticketFor(help, help.agent, second.id, 'queue')).toMatchObject({ queue: 'Front desk' });
  const moved = { ticketId: second.id, expectedVersion: second.version, queueId };
  expect(await refusalOf(help, help.agent, 'ticketAssign', moved)).toEqual(['NOT_FOUND']);
});

it('keeps one default queue in use, which another takes over', async () => {
  const front = {
    code: 'FRONT',
    nameEn: 'Front desk',
    nameZh: '前台',
    id: (await queue('FRONT'))?.id,
    expectedVersion: 1,
  };
  expect(await save('serviceQueueSave', front)).toEqual(['DEFAULT_QUEUE_NEEDED input.isDefault']);
  expect(await save('serviceQueueSave', { ...front, isDefault: true, isActive: false })).toEqual([
    'DEFAULT_QUEUE_NEEDED input.isActive',
  ]);
  const accounts = await queue('ACCOUNTS');
  const chosen = { code: 'ACCOUNTS', nameEn: 'Accounts', id: accounts?.id, expectedVersion: 1, isDefault: true };
  expect(await save('serviceQueueSave', chosen)).toEqual([]);
  expect((await queues()).filter(({ isDefault }) => isDefault).map(({ code }) => code)).toEqual(['ACCOUNTS']);
  const ticket = await opened(help);
  expect(await ticketFor(help, help.agent, ticket.id, 'queue')).toMatchObject({ queue: 'Accounts' });
  expect(await save('serviceQueueSave', { ...front, expectedVersion: 2, isDefault: true })).toEqual([]);
});

it('puts queues and categories into an order, and takes a category out of use', async () => {
  const ids = (await queues()).map(({ id }) => id);
  expect(await save('serviceQueueOrder', { ids: ids.slice(1) })).toEqual(['ORDER_INCOMPLETE input.ids']);
  expect(await save('serviceQueueOrder', { ids: ids.toReversed() })).toEqual([]);
  expect((await queues()).map(({ id }) => id)).toEqual(ids.toReversed());
  expect(await save('serviceQueueOrder', { ids })).toEqual([]);

  const all = await categories(help.agent);
  expect(await save('serviceCategoryOrder', { ids: all.map(({ id }) => id).toReversed() })).toEqual([]);
  expect((await categories(help.anna, true)).map(({ code }) => code)).toEqual(all.map(({ code }) => code).toReversed());
  const other = all.find(({ code }) => code === 'OTHER');
  const change = { id: other?.id, code: 'OTHER', nameEn: 'Anything', nameZh: '其它', skill: ' chemistry ' };
  expect(await save('serviceCategorySave', { ...change, skill: 'x'.repeat(41), expectedVersion: 1 })).toEqual([
    'SKILLS_REFUSED input.skill',
  ]);
  const unknown = { queueId: toGlobalId('que', help.company.id) };
  expect(await save('serviceCategorySave', { ...change, ...unknown })).toEqual(['NOT_FOUND input.queueId']);
  expect(await save('serviceCategorySave', change)).toEqual(['STALE_OBJECT input.expectedVersion']);
  const ticket = await opened(help, help.anna, { categoryId: other?.id });
  expect(await save('serviceCategorySave', { ...change, isActive: false, expectedVersion: 1 })).toEqual([]);
  expect((await categories(help.agent, false)).find(({ code }) => code === 'OTHER')).toMatchObject({
    name: 'Anything',
    skill: 'CHEMISTRY',
    version: 2,
  });
  expect((await categories(help.anna, true)).map(({ code }) => code)).not.toContain('OTHER');
  expect(await ticketFor(help, help.agent, ticket.id, 'topic'), 'tickets keep it').toMatchObject({ topic: 'Anything' });
  const late = { subject: 'Late', body: 'Too late.', categoryId: other?.id };
  expect(await refusalOf(help, help.anna, 'ticketOpen', late)).toEqual(['NOT_FOUND']);
});

it('has no more of them than one page shows', async () => {
  await help.app.owner.query(
    `insert into service_category (id, code, name_en, is_active)
     select gen_random_uuid(), 'FILLER_' || n, 'Filler', false from generate_series(1, 100) n`,
  );
  expect(await save('serviceCategorySave', { code: 'ONE_MORE', nameEn: 'x' })).toEqual(['SETUP_FULL input.code']);
  await help.app.owner.query(`delete from service_category where code like 'FILLER%'`);
});

it('lets nobody but an administrator do so, and writes down who did', async () => {
  for (const who of [help.agent, help.anna]) {
    expect(await save('serviceQueueSave', { code: 'MINE', nameEn: 'x' }, who)).not.toEqual([]);
    expect(await save('serviceCategorySave', { code: 'MINE', nameEn: 'x' }, who)).not.toEqual([]);
    expect(await save('serviceQueueOrder', { ids: [] }, who)).not.toEqual([]);
    expect(await save('serviceCategoryOrder', { ids: [] }, who)).not.toEqual([]);
  }
  const noted = await help.app.owner.query<{ act: string }>(
    `select distinct act from platform_audit_entry where actor_person_id = $1 and act like 'service%' order by act`,
    [help.admin.personId],
  );
  const acts = ['serviceCategoryOrder', 'serviceCategorySave', 'serviceQueueOrder', 'serviceQueueSave'];
  expect(noted.map(({ act }) => act)).toEqual(acts);
});
