import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../server/src/kernel/id.ts';
import { contacts } from '../../server/src/modules/interactions/contact/contacts.service.ts';
import { consents } from '../../server/src/modules/interactions/consent/consents.service.ts';
import { associationRules } from '../../server/src/modules/service/suggestion/association-rules.service.ts';
import { anActor } from '../support/factories/identity.ts';
import {
  actOn,
  aDesk,
  anOrderOf,
  mailIn,
  opened,
  ticketFor,
  type Help,
  type TicketRow,
} from '../support/factories/service.ts';

let help: Help;

beforeAll(async () => {
  help = await aDesk();
});
afterAll(() => help.app.close());

/** The event with which promising tells that a line is late, as it stands in the outbox. */
const atRisk = async (lineId: string, orderId: string): Promise<void> => {
  await help.app.prepare((work) =>
    Promise.resolve(
      work.record({
        name: 'promising.line.at_risk',
        subjectType: 'SalesOrderLine',
        subjectId: lineId,
        customerId: help.customer.id,
        payload: { orderId },
      }),
    ),
  );
  await help.app.deliver();
};
const internal = async (): Promise<TicketRow[]> =>
  (
    await help.app.ask<{ tickets: { nodes: TicketRow[] } }>(
      help.agent,
      '{ tickets(first: 10, side: STAFF) { nodes { id number subject priority links { kind label } attached { id } messages { body visibility } } } }',
    )
  ).tickets.nodes;

it('opens one internal ticket for late supply, to which the later message of the customer attaches', async () => {
  const order = await anOrderOf(help, help.customer);
  await atRisk(order.lineId, order.orderId);
  await atRisk(order.lineId, order.orderId);
  const [late, ...more] = await internal();
  expect(more).toEqual([]);
  expect(late?.links).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'SalesOrderLine', label: expect.stringContaining(order.number) }),
    ]),
  );
  expect(late?.messages[0]).toMatchObject({ visibility: 'INTERNAL' });
  expect(await ticketFor(help, help.anna, late?.id ?? '')).toBeNull();

  const ticket = await opened(help, help.anna, { aboutIds: [toGlobalId('sol', order.lineId)] });
  await help.app.deliver();
  expect(await ticketFor(help, help.agent, ticket.id, 'cause { id }')).toMatchObject({ cause: { id: late?.id } });
  expect((await internal())[0]?.['attached']).toEqual([{ id: ticket.id }]);
  const asCustomer = await help.app.run(help.anna, 'query ($id: ID!) { ticket(id: $id) { cause { id } } }', {
    id: ticket.id,
  });
  expect(asCustomer.errors?.[0]?.message).toContain('cause');
});

it('adds the line of another order to the ticket of the same late supply, whoever the customer is', async () => {
  const first = await anOrderOf(help, help.customer, 'WHEEL');
  await atRisk(first.lineId, first.orderId);
  const second = await anOrderOf(help, help.customer, 'OTHER');
  await help.app.owner.query('update sales_order_line set item_id = $1, site_id = $2 where id = $3', [
    first.itemId,
    first.siteId,
    second.lineId,
  ]);
  await atRisk(second.lineId, second.orderId);
  const [ticket] = (await internal()).filter(({ subject }) => subject.includes('WHEEL'));
  expect(ticket?.links.filter(({ kind }) => kind === 'SalesOrderLine')).toHaveLength(2);
});

it('recognises a caller by his number, as the telephone shows it', async () => {
  await help.app.owner.query("update identity_organisation set country = 'CH' where id = $1", [help.customer.id]);
  const id = await help.app.prepare((work) =>
    contacts.open(work, {
      organisationId: help.customer.id,
      audience: 'CUSTOMER',
      name: 'Urs',
      phone: '044 668 18 00',
    }),
  );
  const find = (phone: string) =>
    help.app.ask<{ callers: { contact: { name: string } | null; organisation: { name: string } | null }[] }>(
      help.agent,
      'query ($phone: String!) { callers(phone: $phone) { contact { id name } organisation { name } } }',
      { phone },
    );
  for (const shown of ['+41446681800', '0446681800', '0041 44 668 18 00'])
    expect((await find(shown)).callers).toMatchObject([
      { contact: { id: toGlobalId('con', id), name: 'Urs' }, organisation: { name: 'Alpine Bikes' } },
    ]);
  expect((await find('+4912345')).callers).toEqual([]);
  const taken = await actOn(help, help.agent, 'ticketTake', {
    organisationId: toGlobalId('org', help.customer.id),
    side: 'CUSTOMER',
    contactId: toGlobalId('con', id),
    subject: 'He called',
    body: 'Where is it?',
  });
  expect(taken.messages).toMatchObject([{ channel: 'PHONE', direction: 'INBOUND' }]);
});

it('suggests what is bought together and can be had; not to whoever refused offers, nor beside a severe ticket', async () => {
  const [one, two] = [await anOrderOf(help, help.customer, 'TYRE'), await anOrderOf(help, help.customer, 'TUBE')];
  const { owner } = help.app;
  for (let n = 0; n < 6; n++) await anOrderOf(help, help.customer, `ALONE${n}`);
  for (let n = 0; n < 4; n++) {
    const pair = await anOrderOf(help, help.customer, `FILL${n}`);
    await owner.query('update sales_order_line set item_id = $1 where id = $2', [one.itemId, pair.lineId]);
    await owner.query(
      `insert into sales_order_line (id, customer_id, order_id, line_no, item_id, site_id, unit_code, ordered_quantity, currency, requested_on)
       select gen_random_uuid(), customer_id, order_id, 2, $1, site_id, 'EA', 5, 'EUR', '2026-10-10' from sales_order_line where id = $2`,
      [two.itemId, pair.lineId],
    );
  }
  expect(await help.app.prepare((work) => associationRules.learn(work))).toBe(2);
  const suggested = async () =>
    (
      await help.app.ask<{ suggestedItems: { id: string }[] }>(
        help.anna,
        'query ($ids: [ID!]!) { suggestedItems(itemIds: $ids) { id } }',
        { ids: [toGlobalId('itm', one.itemId)] },
      )
    ).suggestedItems;
  expect(await suggested()).toEqual([]);
  await owner.query('update service_suggestion_rule set is_available = true');
  expect(await suggested()).toEqual([{ id: toGlobalId('itm', two.itemId) }]);
  const about = await opened(help, help.anna, { aboutIds: [toGlobalId('sol', one.lineId)] });
  const beside = async () =>
    (await ticketFor(help, help.agent, about.id, 'suggestions { itemId orders support confidence lift }'))?.[
      'suggestions'
    ];
  expect(await beside()).toEqual([
    {
      itemId: toGlobalId('itm', two.itemId),
      orders: 4,
      support: expect.stringMatching(/^0\.\d+$/),
      confidence: '0.8',
      lift: expect.stringMatching(/^[1-9]/),
    },
  ]);
  const ticket = await opened(help);
  const asked = (await ticketFor(help, help.agent, ticket.id))?.version;
  await actOn(help, help.agent, 'ticketPrioritise', {
    ticketId: ticket.id,
    expectedVersion: asked,
    priority: 'URGENT',
  });
  expect([await suggested(), await beside()]).toEqual([[], []]);
  const severe = (await ticketFor(help, help.agent, ticket.id))?.version;
  await actOn(help, help.agent, 'ticketResolve', { ticketId: ticket.id, expectedVersion: severe });
  expect(await suggested()).toHaveLength(1);
  await help.app.prepare(async (work) => {
    const id = await contacts.ofPerson(work, help.anna.personId ?? '', help.customer.id, 'CUSTOMER');
    await consents.record(work, id, [{ channel: 'EMAIL', purpose: 'OFFERS', state: 'WITHDRAWN' }], 'PERSON');
  });
  expect([await suggested(), await beside()]).toEqual([[], []]);
});

it('publishes an article by four eyes, suggests it while somebody types Chinese, and notes what is missed', async () => {
  const SAVE =
    'mutation ($input: ArticleSaveInput!) { articleSave(input: $input) { article { id version } userErrors { code } } }';
  const act = (who: typeof help.agent, name: string, id: string, version: number) =>
    help.app.run<Record<string, { article: { version: number } | null; userErrors: { code: string }[] }>>(
      who,
      `mutation ($input: ArticleActInput!) { ${name}(input: $input) { article { version } userErrors { code } } }`,
      { input: { articleId: id, expectedVersion: version } },
    );
  const { articleSave } = await help.app.ask<{ articleSave: { article: { id: string; version: number } } }>(
    help.agent,
    SAVE,
    {
      input: {
        audiences: ['CUSTOMER'],
        titleEn: 'How to return goods',
        titleZh: '如何退货',
        bodyEn: 'Open the order and choose return.',
        bodyZh: '打开订单并选择退货。',
      },
    },
  );
  const { id, version } = articleSave.article;
  const look = async (text: string, who = help.anna) =>
    (
      await help.app.ask<{ articleSuggestions: { title: string }[] }>(
        who,
        'query ($text: String!) { articleSuggestions(text: $text) { title } }',
        { text },
      )
    ).articleSuggestions;
  expect(await look('我想退货')).toEqual([]);
  const submitted = (await act(help.agent, 'articleSubmit', id, version)).data['articleSubmit']?.article?.version ?? 0;
  const own = await act(help.agent, 'articlePublish', id, submitted);
  expect(own.data['articlePublish']?.userErrors).toEqual([{ code: 'AUTHOR_PUBLISHES' }]);
  await act(help.admin, 'articlePublish', id, submitted);
  expect(await look('我想退货')).toEqual([{ title: 'How to return goods' }]);
  expect(await look('我们多收了一箱充电器，请问一下这种情况怎么退货比较好？')).toHaveLength(1);
  expect(await look('我们想知道下一批车架什么时候到货')).toEqual([]);
  expect(await look('can I return these goods')).toHaveLength(1);
  const NOTE = 'mutation ($q: String!) { articleSearchNote(input: { query: $q }) { hits userErrors { code } } }';
  await help.app.ask(help.anna, NOTE, { q: '保修' });
  await help.app.ask(help.anna, NOTE, { q: '退货' });
  expect(await help.app.ask(help.agent, '{ missedSearches { query times } }')).toEqual({
    missedSearches: [{ query: '保修', times: 1 }],
  });
});

it('hands somebody what is kept of him, and forgets who he was when he asks, but not what was agreed', async () => {
  const { owner } = help.app;
  const leaver = await anActor(help.app, help.customer, 'CUSTOMER_ADMIN');
  const [{ email } = { email: '' }] = await owner.query<{ email: string }>(
    'select email from identity_person where id = $1',
    [leaver.personId],
  );
  const ticket = await opened(help, leaver, { subject: 'My last question', body: 'Who has my data?' });
  await mailIn(help, [
    `From: ${leaver.name} <${email}>`,
    'Subject: By mail',
    'Message-ID: <leaver@x>',
    '',
    'And by mail.',
  ]);
  await actOn(help, help.agent, 'ticketResolve', { ticketId: ticket.id, expectedVersion: ticket.version });
  await actOn(help, leaver, 'ticketRate', { ticketId: ticket.id, score: 4, comment: 'Signed, me' });
  const act = (name: string, fields: string) =>
    help.app.ask<Record<string, { personalData: string }>>(
      help.admin,
      `mutation ($id: ID!) { ${name}(input: { personId: $id }) { ${fields} userErrors { code } } }`,
      { id: toGlobalId('per', leaver.personId ?? '') },
    );
  const { personExport } = await act('personExport', 'personalData');
  expect(JSON.parse(personExport?.personalData ?? '')).toMatchObject({
    contacts: [{ name: leaver.name, addresses: [{ channel: 'EMAIL', address: email }] }],
    correspondence: expect.arrayContaining([expect.objectContaining({ body: 'Who has my data?' })]),
    tickets: expect.arrayContaining([expect.objectContaining({ subject: 'My last question' })]),
    ratings: [{ score: 4, comment: 'Signed, me' }],
  });
  await act('personErase', 'isErased');
  const [left] = await owner.query<{ everything: string }>(
    `select concat(${[
      'interactions_contact',
      'interactions_contact_address',
      'interactions_interaction',
      'interactions_message',
      'interactions_mail',
      'service_ticket',
      'service_rating',
    ]
      .map((table) => `(select string_agg(x::text, ' ') from ${table} x)`)
      .join(', ')}) as everything`,
  );
  for (const trace of [leaver.name, email, 'Signed, me']) expect(left?.everything).not.toContain(trace);
  expect(left?.everything).toContain('Who has my data?');
});
