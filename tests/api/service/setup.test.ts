import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { saveSetup } from '../../support/factories/desk-setup.ts';
import { actOn, aDesk, opened, refusalOf, ticketFor, type Help } from '../../support/factories/service.ts';

let help: Help;

beforeAll(async () => {
  help = await aDesk();
});
afterAll(() => help.app.close());

interface Status {
  code: string;
  name: string;
  version: number;
  isActive: boolean;
  isBuiltIn: boolean;
}
const statuses = async (who: Actor, isWhole = true): Promise<Status[]> =>
  (
    await help.app.ask<{ ticketStatuses: Status[] }>(
      who,
      'query ($w: Boolean!) { ticketStatuses(isWhole: $w) { code name nameEn nameZh category version isActive isBuiltIn } }',
      { w: isWhole },
    )
  ).ticketStatuses;
const status = async (code: string): Promise<Status | undefined> =>
  (await statuses(help.agent)).find((one) => one.code === code);

const save = (act: string, input: object, who: Actor = help.admin) => saveSetup(help, act, input, who);

it('adds a status of the company, renames it, orders it and takes it out of use, and tickets keep it', async () => {
  const parts = { code: 'WAITING_PARTS', category: 'PAUSED', nameEn: 'Waiting for parts', nameZh: '等待配件' };
  expect(await save('ticketStatusSave', parts)).toEqual([]);
  const ticket = await opened(help);
  const paused = await actOn(help, help.agent, 'ticketSetStatus', {
    ticketId: ticket.id,
    expectedVersion: (await ticketFor(help, help.agent, ticket.id))?.version,
    statusCode: 'WAITING_PARTS',
  });
  expect(paused.category).toBe('PAUSED');
  expect((await statuses({ ...help.agent, locale: 'zh-CN' })).at(-1)?.name).toBe('等待配件');
  expect(await save('ticketStatusSave', { ...parts, nameEn: 'Parts', expectedVersion: 7 })).toEqual([
    'STALE_OBJECT input.expectedVersion',
  ]);
  expect(await save('ticketStatusSave', { ...parts, nameEn: 'Parts', expectedVersion: 1 })).toEqual([]);
  expect(await save('ticketStatusSave', { ...parts, category: 'OPEN', expectedVersion: 2 })).toEqual([
    'STATUS_CATEGORY_KEPT input.category',
  ]);
  const codes = (await statuses(help.agent)).map(({ code }) => code);
  const order = { idempotencyKey: 'order-of-statuses', codes: ['WAITING_PARTS', ...codes.slice(0, -1)] };
  expect(await save('ticketStatusOrder', { ...order, idempotencyKey: 'too-few-statuses', codes: ['NEW'] })).toEqual([
    'ORDER_INCOMPLETE input.codes',
  ]);
  expect(await save('ticketStatusOrder', order)).toEqual([]);
  expect((await statuses(help.agent))[0]).toMatchObject({ code: 'WAITING_PARTS', name: 'Parts' });
  expect(await save('ticketStatusSave', { ...parts, isActive: false, expectedVersion: 2 })).toEqual([]);
  expect((await statuses(help.agent, false)).map(({ code }) => code)).not.toContain('WAITING_PARTS');
  const still = await ticketFor(help, help.agent, ticket.id, 'statusName');
  expect(still).toMatchObject({ statusCode: 'WAITING_PARTS', statusName: 'Waiting for parts' });
  const other = await opened(help);
  const chosen = { ticketId: other.id, expectedVersion: other.version, statusCode: 'WAITING_PARTS' };
  expect(await refusalOf(help, help.agent, 'ticketSetStatus', chosen)).toEqual(['STATUS_REFUSED']);
});

it('renames what the desk works by, and never switches it off', async () => {
  const resolved = { code: 'RESOLVED', category: 'RESOLVED', nameEn: 'Solved', nameZh: '已解决', expectedVersion: 1 };
  expect(await save('ticketStatusSave', { ...resolved, isActive: false })).toEqual(['STATUS_BUILT_IN input.isActive']);
  expect(await save('ticketStatusSave', resolved)).toEqual([]);
  expect(await status('RESOLVED')).toMatchObject({ name: 'Solved', isBuiltIn: true, version: 2 });
  const made = { code: 'DONE', category: 'CLOSED', nameEn: 'Done' };
  expect(await save('ticketStatusSave', made)).toEqual(['STATUS_REFUSED input.category']);
  expect(await save('ticketStatusSave', { ...made, code: 'no code' })).toEqual(['NAMES_REFUSED input.code']);
});

it('gives tickets only to who is available, knows what is asked, and has room left', async () => {
  const { serviceQueues, serviceCategories } = await help.app.ask<{
    serviceQueues: { nodes: { id: string; isDefault: boolean }[] };
    serviceCategories: { nodes: { id: string; code: string }[] };
  }>(
    help.agent,
    '{ serviceQueues(first: 10) { nodes { id isDefault } } serviceCategories(first: 10) { nodes { id code } } }',
  );
  await help.app.owner.query(`update service_category set skill = 'Chemistry' where code = 'QUALITY'`);
  const queueIds = serviceQueues.nodes.filter(({ isDefault }) => isDefault).map(({ id }) => id);
  const categoryId = serviceCategories.nodes.find(({ code }) => code === 'QUALITY')?.id;
  const agent = { personId: toGlobalId('per', help.agent.personId ?? ''), queueIds, capacity: 1 };
  expect(await save('agentSave', { ...agent, capacity: 0 })).toEqual(['CAPACITY_REFUSED input.capacity']);
  expect(await save('agentSave', { ...agent, skills: ['x'.repeat(41)] })).toEqual(['SKILLS_REFUSED input.skills']);
  expect(await save('agentSave', { ...agent, queueIds: [toGlobalId('que', help.company.id)] })).toEqual([
    'NOT_FOUND input.queueIds',
  ]);
  expect(await save('agentSave', { ...agent, personId: toGlobalId('per', help.anna.personId ?? '') })).toEqual([
    'NOT_FOUND input.personId',
  ]);
  const assignee = async () => {
    const ticket = await opened(help, help.anna, { categoryId });
    await help.app.deliver();
    return (await ticketFor(help, help.agent, ticket.id, 'assignee { name }'))?.['assignee'];
  };
  await help.app.deliver();
  expect(await save('agentSave', agent)).toEqual([]);
  expect(await assignee()).toBeNull();
  expect(await save('agentSave', { ...agent, skills: [' chemistry '] })).toEqual([
    'STALE_OBJECT input.expectedVersion',
  ]);
  const able = { ...agent, skills: [' chemistry ', 'CHEMISTRY'], expectedVersion: 1 };
  expect(await save('agentSave', { ...able, isAvailable: false })).toEqual([]);
  expect(await assignee()).toBeNull();
  expect(await save('agentSave', { ...able, expectedVersion: 2 })).toEqual([]);
  expect(await assignee()).toEqual({ name: help.agent.name });
  expect(await assignee(), 'he has as much as he can take').toBeNull();
  const { serviceAgents } = await help.app.ask<{ serviceAgents: { nodes: object[] } }>(
    help.agent,
    '{ serviceAgents(first: 10) { nodes { person { name } queues { id } skills capacity isAvailable openTickets version } } }',
  );
  expect(serviceAgents.nodes).toEqual([
    {
      person: { name: help.agent.name },
      queues: queueIds.map((id) => ({ id })),
      skills: ['CHEMISTRY'],
      capacity: 1,
      isAvailable: true,
      openTickets: 1,
      version: 3,
    },
  ]);
});

it('offers a ready answer in its queue alone, in both languages, until it is taken out of use', async () => {
  const { serviceQueues } = await help.app.ask<{ serviceQueues: { nodes: { id: string }[] } }>(
    help.agent,
    '{ serviceQueues(first: 10) { nodes { id } } }',
  );
  const [here, there] = serviceQueues.nodes.map(({ id }) => id);
  const offered = async (queueId: string | undefined) =>
    (
      await help.app.ask<{ cannedReplies: { nodes: { id: string; code: string; version: number }[] } }>(
        help.agent,
        'query ($q: ID) { cannedReplies(first: 10, isActive: true, queueId: $q) { nodes { id code version titleZh bodyZh } } }',
        { q: queueId },
      )
    ).cannedReplies.nodes;
  const reply = {
    code: 'PICK_UP',
    titleEn: 'We pick it up',
    bodyEn: 'On Tuesday.',
    titleZh: '上门取件',
    bodyZh: '周二上门取件。',
  };
  expect(await save('cannedReplySave', { ...reply, queueId: here })).toEqual([]);
  expect(await save('cannedReplySave', { ...reply, code: 'EVERYWHERE' })).toEqual([]);
  expect(await save('cannedReplySave', reply)).toEqual(['CODE_TAKEN input.code']);
  expect(await save('cannedReplySave', { ...reply, code: 'small' })).toEqual(['REPLY_REFUSED input.code']);
  expect(await save('cannedReplySave', { ...reply, code: 'NO_TEXT', bodyEn: ' ' })).toEqual([
    'REPLY_REFUSED input.bodyEn',
  ]);
  expect((await offered(here)).map(({ code }) => code)).toEqual(['EVERYWHERE', 'PICK_UP']);
  expect((await offered(there)).map(({ code }) => code)).toEqual(['EVERYWHERE']);
  const [, mine] = await offered(here);
  const change = { ...reply, id: mine?.id, queueId: here, isActive: false };
  expect(await save('cannedReplySave', change)).toEqual(['STALE_OBJECT input.expectedVersion']);
  expect(await save('cannedReplySave', { ...change, expectedVersion: 1 })).toEqual([]);
  expect((await offered(here)).map(({ code }) => code)).toEqual(['EVERYWHERE']);
});

it('lets nobody but an administrator change how the desk works, and writes down who did', async () => {
  const { cannedReplies, agent } = { cannedReplies: { code: 'MINE', titleEn: 'x', bodyEn: 'y' }, agent: help.agent };
  for (const who of [agent, help.anna]) {
    expect(await save('cannedReplySave', cannedReplies, who)).not.toEqual([]);
    expect(await save('ticketStatusSave', { code: 'MINE', category: 'OPEN', nameEn: 'x' }, who)).not.toEqual([]);
    expect(await save('ticketStatusOrder', { codes: [] }, who)).not.toEqual([]);
  }
  const noted = await help.app.owner.query<{ act: string }>(
    `select distinct act from platform_audit_entry where actor_person_id = $1 order by act`,
    [help.admin.personId],
  );
  expect(noted.map(({ act }) => act)).toEqual([
    'agentSave',
    'cannedReplySave',
    'ticketStatusOrder',
    'ticketStatusSave',
  ]);
});
