import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import {
  actOn,
  aDesk,
  anOrderOf,
  mailIn,
  opened,
  sendOut,
  ticketFor,
  withMailKey,
  type Help,
} from '../../support/factories/service.ts';

const DESK = 'service@corridor.localhost';
let help: Help;
let serial = 0;

beforeAll(async () => {
  help = await aDesk();
});
afterAll(() => help.app.close());

/** A mail as a plain mail program writes it; `more` are further header lines. */
const write = (from: string, subject: string, body: string, more: string[] = []) => {
  const usual = [
    `To: ${DESK}`,
    `Message-ID: <m${++serial}@alpine.example>`,
    'Content-Type: text/plain; charset=utf-8',
    'MIME-Version: 1.0',
  ].filter((line) => !more.some((given) => given.startsWith(line.slice(0, line.indexOf(':') + 1))));
  return mailIn(help, [`From: Anna Muster <${from}>`, `Subject: ${subject}`, ...usual, ...more, '', body]);
};
const tickets = async () =>
  (
    await help.app.ask<{ tickets: { nodes: { id: string; number: string; subject: string; channel: string }[] } }>(
      help.agent,
      '{ tickets(first: 100) { nodes { id number subject channel } } }',
    )
  ).tickets.nodes;
const mailAbout = async (subject: string) => {
  const mail = (await sendOut(help)).find((one) => one.subject.includes(subject));
  if (!mail) throw new Error(`No mail about ${subject}`);
  return mail;
};
const latest = async () => (await tickets())[0];

it('opens a ticket from a mail, tied to the order it names (OCA/helpdesk#423)', async () => {
  const order = await anOrderOf(help, help.customer);
  await write(help.annaMail, `Question about ${order.number}`, 'When does it come?');
  const ticket = await ticketFor(help, help.agent, (await latest())?.id ?? '', 'channel openedBy');
  expect(ticket).toMatchObject({
    channel: 'EMAIL',
    links: [{ kind: 'SalesOrder', label: order.number }],
    messages: [{ body: 'When does it come?', direction: 'INBOUND' }],
  });
});

it('goes on in the ticket that a mail answers, however the answer is marked (osTicket#3643)', async () => {
  await write(help.annaMail, 'Broken wheel', 'It is broken.');
  const id = (await latest())?.id ?? '';
  await actOn(help, help.agent, 'ticketReply', { ticketId: id, body: 'Please send a picture.' });
  const mails = await sendOut(help);
  const answer = mails.find(({ text }) => text.includes('picture'));
  if (!answer) throw new Error('Nothing was answered');
  expect(answer.references.length).toBeGreaterThan(0);
  const ours = answer.messageId;
  await write(help.annaMail, 'AW: Broken wheel', 'Here it is.', [`In-Reply-To: ${ours}`]);
  await write(help.annaMail, '回复：Broken wheel', '还有一张。', [`References: <unknown@x> ${ours}`]);
  await write(help.annaMail, `SV: ${answer.subject}`, 'Without any header.');
  const all = await ticketFor(help, help.agent, id);
  expect(all?.messages.slice(-3).map(({ body }) => body)).toEqual(['Here it is.', '还有一张。', 'Without any header.']);
  expect((await latest())?.id).toBe(id);
});

it('files a reply to a merged ticket at the end of the chain, also by mail', async () => {
  await write(help.annaMail, 'First', 'one');
  const first = await latest();
  const ack = await mailAbout('First');
  const [second, third] = [
    await opened(help, help.anna, { subject: 'Second' }),
    await opened(help, help.anna, { subject: 'Third' }),
  ];
  await actOn(help, help.agent, 'ticketMerge', { ticketId: first?.id, intoId: second.id });
  await actOn(help, help.agent, 'ticketMerge', { ticketId: second.id, intoId: third.id });
  await write(help.annaMail, `Re: ${ack.subject}`, 'To the merged one', [`In-Reply-To: ${ack.messageId}`]);
  const end = await ticketFor(help, help.agent, third.id);
  expect(end?.messages.at(-1)).toMatchObject({ body: 'To the merged one' });
  // Even a circle, should one ever stand in the database, drops nothing.
  await help.app.owner.query(
    "update service_ticket t set merged_into_id = f.id, category = 'MERGED' from service_ticket f where f.number = $1 and t.number = $2",
    [first?.number, third.number],
  );
  await write(help.annaMail, 'Re', 'Into the circle', [`In-Reply-To: ${ack.messageId}`]);
  const kept = await help.app.owner.query(
    "select 1 from interactions_interaction where body = 'Into the circle' and subject_type = 'Ticket'",
  );
  expect(kept).toHaveLength(1);
});

it('never lets a mail of another customer into a ticket, whatever it names', async () => {
  // Who was acknowledged a few times within the hour is not acknowledged again.
  help.clock.advance(2 * 3_600_000);
  const ticket = await opened(help, help.anna, { subject: 'Private' });
  const ack = await mailAbout('Private');
  await write(help.strangerMail, `Re: ${ack.subject}`, 'Let me in', [`In-Reply-To: ${ack.messageId}`]);
  expect((await ticketFor(help, help.agent, ticket.id))?.messages).toHaveLength(1);
  const own = await latest();
  expect(own?.id).not.toBe(ticket.id);
  expect(await ticketFor(help, help.stranger, own?.id ?? '')).toMatchObject({ messages: [{ body: 'Let me in' }] });
  await write(help.annaMail, `Re: Private [${ticket.number} forged00]`, 'Forged token');
  expect((await ticketFor(help, help.agent, ticket.id))?.messages).toHaveLength(1);
});

it('answers no machine: not an out-of-office, not a list, not itself, and not in a flood', async () => {
  const before = (await tickets()).length;
  await sendOut(help);
  await write(help.annaMail, 'Automatische Antwort', 'Ich bin nicht da.', ['Auto-Submitted: auto-replied']);
  await write(help.annaMail, 'Abwesend', 'Urlaub', ['X-Autoreply: yes']);
  await write(help.annaMail, 'Digest', 'All the news', ['Precedence: bulk', 'List-Id: <news.example>']);
  await write(DESK, 'Our own', 'Came back', ['X-Corridor-Message: 1']);
  expect(await tickets()).toHaveLength(before);
  expect(await sendOut(help)).toEqual([]);
  help.clock.advance(2 * 3_600_000);
  for (let n = 0; n < 6; n++) await write(help.annaMail, `Flood ${n}`, 'Again');
  expect(await tickets()).toHaveLength(before + 6);
  expect(await sendOut(help)).toHaveLength(3);
});

it('lets an out-of-office in a thread wake nothing', async () => {
  const ticket = await opened(help, help.anna, { subject: 'Sleeping' });
  await actOn(help, help.agent, 'ticketReply', { ticketId: ticket.id, body: 'Over to you' });
  const answer = (await sendOut(help)).find(({ text }) => text.includes('Over to you'));
  await write(help.annaMail, 'Out of office', 'Back on Monday', [
    `In-Reply-To: ${answer?.messageId}`,
    'Auto-Submitted: auto-replied',
  ]);
  const after = await ticketFor(help, help.agent, ticket.id);
  expect(after).toMatchObject({ statusCode: 'PENDING_CUSTOMER' });
  expect(after?.messages.at(-1)).toMatchObject({ isAutomatic: true, body: 'Back on Monday' });
});

it('takes a forwarded thread without its ids for a ticket of its own, under a bare subject', async () => {
  await write(
    help.annaMail,
    'Fwd: WG: 转发：RE[2]: Old matter',
    'See below\n\n---------- Forwarded message ----------\nFrom: x',
  );
  expect(await latest()).toMatchObject({ subject: 'Old matter' });
});

it('acknowledges nothing to whoever only sent a copy, and still keeps the matter', async () => {
  help.clock.advance(2 * 3_600_000);
  await write(help.annaMail, 'Only a copy', 'For your information', ['To: somebody@alpine.example', `Cc: ${DESK}`]);
  expect(await latest()).toMatchObject({ subject: 'Only a copy' });
  expect(await sendOut(help)).toEqual([]);
});

it('keeps the same mail once, also without a Message-ID', async () => {
  const lines = [`From: ${help.annaMail}`, `To: ${DESK}`, 'Subject: Twice', '', 'The same'];
  expect(await mailIn(help, lines)).not.toBeNull();
  expect(await mailIn(help, lines)).toBeNull();
  expect((await tickets()).filter(({ subject }) => subject === 'Twice')).toHaveLength(1);
});

it('keeps attachments under names that harm nobody, for those alone who may see the mail', async () => {
  const part = (name: string, text: string) => [
    '--b',
    'Content-Type: application/octet-stream',
    `Content-Disposition: attachment; filename="${name}"`,
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(text).toString('base64'),
  ];
  const body = [
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p onclick="x()">Hello<script>alert(1)</script><img src="https://spy.example/a.png"><a href="javascript:x()">go</a></p>',
    ...part('../../etc/passwd', 'root'),
    ...part('invoice\u202Efdp.exe', 'run'),
    ...part('CON.txt', 'device'),
    '--b--',
  ].join('\r\n');
  await write(help.annaMail, 'Files', body, ['Content-Type: multipart/mixed; boundary=b']);
  const ticket = await latest();
  const read = await help.app.ask<{
    ticket: { messages: { body: string; attachments: { id: string; name: string; size: number }[] }[] };
  }>(help.anna, 'query ($id: ID!) { ticket(id: $id) { messages { body attachments { id name size } } } }', {
    id: ticket?.id,
  });
  const [message] = read.ticket.messages;
  expect(message?.attachments.map(({ name }) => name)).toEqual(['passwd', 'invoicefdp.exe', '_CON.txt']);
  expect(message?.body).not.toContain('alert');
  const html = await help.app.owner.query<{ html: string }>(
    "select body_html as html from interactions_interaction where summary = 'Files'",
  );
  expect(html[0]?.html).not.toMatch(/script|onclick|javascript|img/);
});

it('notes who cannot be reached or complains, and writes to him no more', async () => {
  await opened(help, help.stranger, { subject: 'Bounce me' });
  await sendOut(help);
  const report = [
    '--r',
    'Content-Type: text/plain',
    '',
    'Could not be delivered.',
    '--r',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    `Final-Recipient: rfc822; ${help.strangerMail}`,
    'Action: failed',
    'Status: 5.1.1',
    '--r--',
  ].join('\r\n');
  await write('mailer-daemon@mx.example', 'Undelivered', report, [
    'Content-Type: multipart/report; report-type=delivery-status; boundary=r',
  ]);
  const ticket = (await tickets()).find(({ subject }) => subject === 'Bounce me');
  await actOn(help, help.agent, 'ticketReply', { ticketId: ticket?.id, body: 'Do you hear us?' });
  expect((await sendOut(help)).filter(({ to }) => to === help.strangerMail)).toEqual([]);
  const stopped = await help.app.ask<{ outgoingMessages: { nodes: { reason: string }[] } }>(
    help.agent,
    '{ outgoingMessages(first: 1, state: [STOPPED]) { nodes { reason subject } } }',
  );
  expect(stopped.outgoingMessages.nodes[0]).toMatchObject({ reason: 'SUPPRESSED' });
});

it('lets the desk say whose a mail of an unknown sender is', async () => {
  await write('nobody@nowhere.example', 'Who am I', 'Hello?');
  const { unfiledMails } = await help.app.ask<{ unfiledMails: { nodes: { id: string; from: string }[] } }>(
    help.agent,
    '{ unfiledMails(first: 10) { nodes { id from subject body receivedAt } } }',
  );
  expect(unfiledMails.nodes).toMatchObject([{ from: 'nobody@nowhere.example' }]);
  const ticket = await actOn(help, help.agent, 'mailFile', {
    mailId: unfiledMails.nodes[0]?.id,
    organisationId: toGlobalId('org', help.customer.id),
    side: 'CUSTOMER',
  });
  expect(ticket).toMatchObject({ subject: 'Who am I', messages: [{ body: 'Hello?' }] });
  await write('nobody@nowhere.example', 'Now I am known', 'Again');
  expect(await latest()).toMatchObject({ subject: 'Now I am known' });
});

it('takes mail from whoever shows the key, and keeps it before it answers', async () => {
  const key = 'kK2-test-webhook-key-of-thirty-two-signs';
  const { url } = await help.app.listen();
  const post = (shown: string, body: string) =>
    fetch(`${url}/mail/inbound`, {
      method: 'POST',
      headers: { authorization: `Bearer ${shown}`, 'content-type': 'message/rfc822' },
      body,
    });
  const raw = `From: ${help.annaMail}\r\nTo: ${DESK}\r\nSubject: Over the web\r\nMessage-ID: <web@x>\r\n\r\nHi`;
  expect((await post(key, raw)).status).toBe(401);
  const answers = await withMailKey(key, async () => [
    (await post('wrong', raw)).status,
    (await post(key, raw)).status,
    (await post(key, raw)).status,
  ]);
  expect(answers).toEqual([401, 201, 200]);
  await help.app.deliver();
  expect(await latest()).toMatchObject({ subject: 'Over the web' });
});
