import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import {
  actOn,
  aDesk,
  anOrderOf,
  itemIdOf,
  opened,
  refusalOf,
  sendOut,
  ticketFor,
  type Help,
} from '../../support/factories/service.ts';

let help: Help;

beforeAll(async () => {
  help = await aDesk();
});
afterAll(() => help.app.close());

const CLOCKS =
  'priority responseDueAt respondedAt responseMinutes responseBreachedAt resolutionDueAt holdMinutes netMinutes nextDueAt resolvedAt allowedActions';

it('opens a ticket from an item, ties it to it, and says so by mail once', async () => {
  const order = await anOrderOf(help, help.customer);
  const ticket = await opened(help, help.anna, { aboutIds: [itemIdOf(order.itemId)] });
  expect(ticket).toMatchObject({
    statusCode: 'NEW',
    category: 'OPEN',
    messages: [{ direction: 'INBOUND', channel: 'WEB' }],
  });
  expect(ticket.links).toMatchObject([{ kind: 'Item', subjectId: itemIdOf(order.itemId) }]);
  expect(ticket.links[0]?.label).toContain('Road frame');
  const [mail] = await sendOut(help);
  expect(mail).toMatchObject({ to: help.annaMail, headers: { 'Auto-Submitted': 'auto-replied' } });
  expect(mail?.subject).toMatch(/^Where are my frames\? \[TK-\d{6} [\w-]{8}\]$/);
  expect(await sendOut(help)).toEqual([]);
});

it('is found at the order line it is about, by the customer and by the staff, and by nobody else', async () => {
  const order = await anOrderOf(help, help.customer);
  const lineId = toGlobalId('sol', order.lineId);
  const ticket = await opened(help, help.anna, { aboutIds: [lineId] });
  const found = (reader: Help['anna']) =>
    help.app.ask(reader, `query($id: ID!) { salesOrderLine(id: $id) { tickets { id } } }`, { id: lineId });
  for (const reader of [help.anna, help.agent])
    expect(await found(reader)).toEqual({ salesOrderLine: { tickets: [{ id: ticket.id }] } });
  expect(await found(help.stranger)).toEqual({ salesOrderLine: null });
  await help.app.owner.query(
    'update service_ticket set is_shared = false where id in (select ticket_id from service_ticket_link where subject_id = $1)',
    [order.lineId],
  );
  expect(await found(help.anna)).toEqual({ salesOrderLine: { tickets: [] } });
  await sendOut(help);
});

it('keeps a foreign thing out of a ticket as if it did not exist', async () => {
  const foreign = await anOrderOf(help, help.company);
  const hidden = await help.app.owner.query('update catalog_item set is_sellable = false where id = $1 returning id', [
    foreign.itemId,
  ]);
  expect(hidden).toHaveLength(1);
  const input = { subject: 'x', body: 'y', aboutIds: [itemIdOf(foreign.itemId)] };
  expect(await refusalOf(help, help.anna, 'ticketOpen', input)).toEqual(['NOT_FOUND']);
});

it('is answered, paused, resumed, resolved and rated, with its clocks', async () => {
  const { id } = await opened(help);
  help.clock.advance(60 * 60_000);
  const answered = await actOn(
    help,
    help.agent,
    'ticketReply',
    { ticketId: id, body: 'We are looking into it.' },
    `version ${CLOCKS}`,
  );
  expect(answered).toMatchObject({
    statusCode: 'PENDING_CUSTOMER',
    category: 'PAUSED',
    responseMinutes: '60',
    resolutionDueAt: null,
    nextDueAt: null,
  });
  const [mail] = (await sendOut(help)).filter(({ text }) => text.includes('looking into it'));
  expect(mail).toMatchObject({
    to: help.annaMail,
    headers: expect.not.objectContaining({ 'Auto-Submitted': expect.anything() }),
  });
  help.clock.advance(120 * 60_000);
  await actOn(help, help.anna, 'ticketWrite', { ticketId: id, body: 'Please hurry.' });
  const resumed = await ticketFor(help, help.agent, id, CLOCKS);
  expect(resumed).toMatchObject({ statusCode: 'OPEN', category: 'OPEN', holdMinutes: '120' });
  const solved = await actOn(
    help,
    help.agent,
    'ticketResolve',
    { ticketId: id, expectedVersion: resumed?.version },
    `version ${CLOCKS}`,
  );
  expect(solved).toMatchObject({ category: 'RESOLVED', netMinutes: '60' });
  const rated = await actOn(
    help,
    help.anna,
    'ticketRate',
    { ticketId: id, score: 5, comment: '谢谢！' },
    'rating { score comment }',
  );
  expect(rated['rating']).toEqual({ score: 5, comment: '谢谢！' });
  expect(await refusalOf(help, help.anna, 'ticketRate', { ticketId: id, score: 1 })).toEqual(['ALREADY_RATED']);
  await actOn(help, help.anna, 'ticketWrite', { ticketId: id, body: 'It came back.' });
  const again = await ticketFor(help, help.agent, id);
  expect(again).toMatchObject({ category: 'OPEN' });
  await actOn(help, help.agent, 'ticketResolve', { ticketId: id, expectedVersion: again?.version });
  expect(await refusalOf(help, help.anna, 'ticketRate', { ticketId: id, score: 4 })).toEqual([]);
});

it('rates neither spam nor what is not solved', async () => {
  const ticket = await opened(help);
  expect(await refusalOf(help, help.anna, 'ticketRate', { ticketId: ticket.id, score: 3 })).toEqual([
    'TICKET_NOT_IN_THIS_STATE',
  ]);
  await actOn(help, help.agent, 'ticketResolve', {
    ticketId: ticket.id,
    expectedVersion: ticket.version,
    isSpam: true,
  });
  expect(await refusalOf(help, help.anna, 'ticketRate', { ticketId: ticket.id, score: 3 })).toEqual([
    'TICKET_NOT_IN_THIS_STATE',
  ]);
});

it('takes neither a note, nor a status, nor an acknowledgement for a first answer', async () => {
  const ticket = await opened(help);
  await sendOut(help);
  await actOn(help, help.agent, 'ticketNote', { ticketId: ticket.id, body: 'Ask the supplier' });
  const noted = await ticketFor(help, help.agent, ticket.id, CLOCKS);
  const pending = await actOn(
    help,
    help.agent,
    'ticketSetStatus',
    { ticketId: ticket.id, expectedVersion: noted?.version, statusCode: 'PENDING_SUPPLIER' },
    CLOCKS,
  );
  expect(pending).toMatchObject({ respondedAt: null, category: 'OPEN', statusCode: 'PENDING_SUPPLIER' });
  expect(pending['resolutionDueAt']).not.toBeNull();
});

it('keeps our notes to ourselves, also in search', async () => {
  const ticket = await opened(help);
  await actOn(help, help.agent, 'ticketNote', { ticketId: ticket.id, body: 'Grumpy zebra, be careful' });
  expect((await ticketFor(help, help.anna, ticket.id))?.messages).toHaveLength(1);
  expect((await ticketFor(help, help.agent, ticket.id))?.messages).toHaveLength(2);
  const find = async (who: typeof help.anna) =>
    (
      await help.app.ask<{ tickets: { totalCount: number } }>(
        who,
        '{ tickets(first: 5, search: "zebra") { totalCount nodes { id } } }',
      )
    ).tickets.totalCount;
  expect([await find(help.anna), await find(help.agent)]).toEqual([0, 1]);
});

it('shows nobody the tickets of another customer, nor lets him write, rate or find them (odoo#61702, vendure#730)', async () => {
  const ticket = await opened(help, help.anna, {
    subject: 'Secret gearbox',
    body: 'Our secret gearbox 秘密齿轮 is broken',
  });
  expect(await ticketFor(help, help.stranger, ticket.id)).toBeNull();
  expect(await refusalOf(help, help.stranger, 'ticketWrite', { ticketId: ticket.id, body: 'hi' })).toEqual([
    'NOT_FOUND',
  ]);
  expect(await refusalOf(help, help.stranger, 'ticketRate', { ticketId: ticket.id, score: 1 })).toEqual(['NOT_FOUND']);
  const look =
    '{ tickets(first: 10, search: "secret") { totalCount } similarTickets(text: "secret gearbox broken 秘密齿轮") { id subject } }';
  expect(await help.app.ask(help.stranger, look)).toEqual({ tickets: { totalCount: 0 }, similarTickets: [] });
  expect(await help.app.ask(help.anna, look)).toMatchObject({
    tickets: { totalCount: 1 },
    similarTickets: [{ subject: 'Secret gearbox' }],
  });
  const through = await help.app.run(
    help.stranger,
    'query ($id: ID!) { node(id: $id) { id ... on Ticket { subject messages { body } } } }',
    { id: ticket.id },
  );
  expect(through.data).toEqual({ node: null });
});

it('finds tickets by Chinese and by English words', async () => {
  await opened(help, help.anna, { subject: '车架表面有划痕', body: '收到的车架表面有明显划痕，请尽快处理。' });
  const count = async (search: string) =>
    (
      await help.app.ask<{ tickets: { totalCount: number } }>(
        help.agent,
        'query ($s: String) { tickets(first: 5, search: $s) { totalCount } }',
        { s: search },
      )
    ).tickets.totalCount;
  expect([await count('划痕'), await count('表面 车架'), await count('痕'), await count('架车')]).toEqual([1, 1, 1, 0]);
});

it('merges, goes on in the last of a chain, refuses a circle, and takes it apart again', async () => {
  const [a, b, c] = [
    await opened(help, help.anna, { subject: 'A' }),
    await opened(help, help.anna, { subject: 'B' }),
    await opened(help, help.anna, { subject: 'C' }),
  ];
  const foreign = await opened(help, help.stranger);
  const merge = (ticketId: string, intoId: string) => actOn(help, help.agent, 'ticketMerge', { ticketId, intoId });
  await merge(a.id, b.id);
  const end = await merge(b.id, c.id);
  expect(end.messages).toHaveLength(3);
  expect(await refusalOf(help, help.agent, 'ticketMerge', { ticketId: c.id, intoId: a.id })).toEqual(['MERGE_REFUSED']);
  expect(await refusalOf(help, help.agent, 'ticketMerge', { ticketId: c.id, intoId: foreign.id })).toEqual([
    'MERGE_REFUSED',
  ]);
  await actOn(help, help.anna, 'ticketWrite', { ticketId: a.id, body: 'Still waiting' });
  expect((await ticketFor(help, help.anna, c.id))?.messages.at(-1)).toMatchObject({ body: 'Still waiting' });
  expect(await ticketFor(help, help.anna, a.id, 'mergedInto { id }')).toMatchObject({
    category: 'MERGED',
    mergedInto: { id: b.id },
  });
  expect(await refusalOf(help, help.anna, 'ticketRate', { ticketId: a.id, score: 5 })).toEqual([
    'TICKET_NOT_IN_THIS_STATE',
  ]);
  expect(await actOn(help, help.agent, 'ticketUnmerge', { ticketId: a.id })).toMatchObject({
    category: 'OPEN',
    messages: [{ body: 'They should be here by now.' }],
  });
  expect((await ticketFor(help, help.agent, c.id))?.messages).toHaveLength(3);
});

it('splits a ticket about two things into two', async () => {
  const ticket = await opened(help);
  await actOn(help, help.anna, 'ticketWrite', { ticketId: ticket.id, body: 'And the invoice is wrong as well.' });
  const messages = (await ticketFor(help, help.agent, ticket.id))?.messages ?? [];
  const made = await actOn(help, help.agent, 'ticketSplit', {
    ticketId: ticket.id,
    messageIds: [messages[1]?.id],
    subject: 'Wrong invoice',
  });
  expect(made).toMatchObject({ subject: 'Wrong invoice', messages: [{ body: 'And the invoice is wrong as well.' }] });
  expect((await ticketFor(help, help.anna, ticket.id))?.messages).toHaveLength(1);
  const rest = (await ticketFor(help, help.agent, ticket.id))?.messages ?? [];
  expect(
    await refusalOf(help, help.agent, 'ticketSplit', {
      ticketId: ticket.id,
      messageIds: [rest[0]?.id],
      subject: 'All',
    }),
  ).toEqual(['NOTHING_CHOSEN']);
});

it('gives a new ticket to whoever has the least to do in its queue', async () => {
  const [queue] = (
    await help.app.ask<{ serviceQueues: { nodes: { id: string; isDefault: boolean }[] } }>(
      help.agent,
      '{ serviceQueues(first: 10) { nodes { id isDefault openTickets name } } }',
    )
  ).serviceQueues.nodes.filter(({ isDefault }) => isDefault);
  const SAVE = 'mutation ($input: AgentSaveInput!) { agentSave(input: $input) { userErrors { code } } }';
  await help.app.ask(help.admin, SAVE, {
    input: {
      idempotencyKey: 'an-agent-of-the-first-queue',
      personId: toGlobalId('per', help.agent.personId ?? ''),
      queueIds: [queue?.id],
    },
  });
  const ticket = await opened(help);
  await help.app.deliver();
  expect(await ticketFor(help, help.agent, ticket.id, 'assignee { name } queue')).toMatchObject({
    assignee: { name: help.agent.name },
  });
});

it('refuses desk acts to parties and party acts to whoever may only look', async () => {
  const ticket = await opened(help);
  const { errors } = await help.app.run(
    help.anna,
    'mutation ($i: TicketTextInput!) { ticketNote(input: $i) { userErrors { code } } }',
    { i: { idempotencyKey: 'note-by-a-party', ticketId: ticket.id, body: 'x' } },
  );
  expect(errors?.[0]?.message).toContain('ticketNote');
  const sent = { ticketId: ticket.id, expectedVersion: 99 };
  expect(await refusalOf(help, help.agent, 'ticketResolve', sent)).toEqual(['STALE_OBJECT']);
});
