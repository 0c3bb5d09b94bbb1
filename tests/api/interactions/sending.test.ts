import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fixedClock } from '../../../server/src/kernel/clock.ts';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import { contacts } from '../../../server/src/modules/interactions/contact/contacts.service.ts';
import { consents } from '../../../server/src/modules/interactions/consent/consents.service.ts';
import type { Purpose } from '../../../server/src/modules/interactions/consent/consent.state.ts';
import { deliverDue } from '../../../server/src/modules/interactions/sending/delivery.service.ts';
import { sendGateway } from '../../../server/src/modules/interactions/sending/send-gateway.service.ts';
import { smtpTransport } from '../../../server/src/platform/mail/smtp-transport.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';
import { headerOf, startMailServer, type MailServer, type TakenMail } from '../../support/mail-server.ts';

// A Thursday noon in UTC, which is the zone of the parties that the factories make.
const clock = fixedClock('2026-11-26T12:00:00Z');
let app: TestApp;
let server: MailServer;
let customerId: string;
let serial = 0;

beforeAll(async () => {
  app = await TestApp.start(clock);
  server = await startMailServer();
  await anOrganisation(app, 'company', 'Northwind');
  customerId = (await anOrganisation(app, 'customer', 'Alpine Bikes')).id;
});
afterAll(async () => {
  await server.close();
  await app.close();
});
beforeEach(() => {
  server.mails.length = 0;
  server.mood = 'take';
});

const deliver = () => deliverDue(app.database, smtpTransport(server.url));
const aContact = () =>
  app.prepare((work) =>
    contacts.open(work, {
      organisationId: customerId,
      audience: 'CUSTOMER',
      name: 'Anna',
      email: `anna-${++serial}@alpine.example`,
    }),
  );
const send = (contactId: string, purpose: Purpose, more: object = {}) =>
  app.prepare((work) =>
    sendGateway.send(work, {
      organisationId: customerId,
      to: { contactId },
      purpose,
      subject: '关于您的订单 SO-000001',
      body: 'Your order is on its way.\nhttps://corridor.example/orders',
      ...more,
    }),
  );
const say = (contactId: string, purpose: Purpose, state: 'GRANTED' | 'WITHDRAWN') =>
  app.prepare((work) => consents.record(work, contactId, [{ channel: 'EMAIL', purpose, state }], 'PERSON'));
const stateOf = async (id: string) =>
  (
    await app.owner.query<{ state: string; reason: string; attempts: number }>(
      'select state, reason, attempts from interactions_message where id = $1',
      [id],
    )
  )[0];

it('sends through a real mail server, as text and as HTML, under an id of its own', async () => {
  const id = await send(await aContact(), 'ORDERS');
  expect(await deliver()).toBe(1);
  const [mail] = server.mails;
  expect(mail).toMatchObject({ subject: '关于您的订单 SO-000001', messageId: expect.stringContaining(id) });
  expect(mail?.from.name).toBe('Northwind');
  expect(mail?.html).toContain('<a href="https://corridor.example/orders"');
  expect(headerOf(mail as TakenMail, 'List-Unsubscribe')).toBeUndefined();
  expect(await stateOf(id)).toEqual({ state: 'SENT', reason: '', attempts: 1 });
  expect(await deliver()).toBe(0);
});

it('stops a message that was already scheduled when its consent is withdrawn meanwhile', async () => {
  const contactId = await aContact();
  await say(contactId, 'NEWS', 'GRANTED');
  const id = await send(contactId, 'NEWS', { sendAt: new Date(clock.now().getTime() + 3_600_000) });
  expect(await deliver()).toBe(0);
  expect(await stateOf(id)).toMatchObject({ state: 'QUEUED' });
  await say(contactId, 'NEWS', 'WITHDRAWN');
  clock.advance(3_600_000);
  expect(await deliver()).toBe(0);
  expect(server.mails).toEqual([]);
  expect(await stateOf(id)).toMatchObject({ state: 'STOPPED', reason: 'CONSENT_MISSING' });
});

it('sends advertising only where it was wished for, and what carries out an order without asking', async () => {
  const contactId = await aContact();
  const [offer, order] = [await send(contactId, 'OFFERS'), await send(contactId, 'ORDERS')];
  await deliver();
  expect([await stateOf(offer), await stateOf(order)]).toMatchObject([{ state: 'STOPPED' }, { state: 'SENT' }]);
});

it('lets the choice of no e-mail bind every purpose it names, and never the account', async () => {
  const contactId = await aContact();
  await say(contactId, 'ORDERS', 'WITHDRAWN');
  const [order, account, service] = [
    await send(contactId, 'ORDERS'),
    await send(contactId, 'ACCOUNT'),
    await send(contactId, 'SERVICE'),
  ];
  await deliver();
  expect(await stateOf(order)).toMatchObject({ state: 'STOPPED', reason: 'CHANNEL_REFUSED' });
  expect([await stateOf(account), await stateOf(service)]).toMatchObject([{ state: 'SENT' }, { state: 'SENT' }]);
  await expect(say(contactId, 'ACCOUNT', 'WITHDRAWN')).rejects.toThrow('cannot be switched off');
});

it('holds what can wait over the quiet hours of whoever gets it', async () => {
  const contactId = await aContact();
  await app.owner.query("update interactions_contact set quiet_from = '11:00', quiet_to = '14:30' where id = $1", [
    contactId,
  ]);
  const [waits, urgent] = [await send(contactId, 'SERVICE'), await send(contactId, 'SERVICE', { isImmediate: true })];
  expect(await deliver()).toBe(1);
  expect([await stateOf(waits), await stateOf(urgent)]).toMatchObject([
    { state: 'QUEUED', reason: 'QUIET_HOURS' },
    { state: 'SENT' },
  ]);
  clock.advance(2 * 3_600_000);
  expect(await deliver()).toBe(1);
  expect(await stateOf(waits)).toMatchObject({ state: 'SENT', reason: '' });
});

it('loses nothing while the mail server is away, and tries later', async () => {
  const id = await send(await aContact(), 'ORDERS');
  server.mood = 'away';
  expect(await deliver()).toBe(0);
  expect(await stateOf(id)).toMatchObject({ state: 'QUEUED', attempts: 1 });
  const dead = smtpTransport('smtp://127.0.0.1:1');
  clock.advance(61_000);
  expect(await deliverDue(app.database, dead)).toBe(0);
  expect(await stateOf(id)).toMatchObject({ state: 'QUEUED', attempts: 2 });
  server.mood = 'take';
  clock.advance(121_000);
  expect(await deliver()).toBe(1);
  expect(await stateOf(id)).toEqual({ state: 'SENT', reason: '', attempts: 3 });
});

it('sends again what somebody claimed who never came back, under the same Message-ID', async () => {
  const id = await send(await aContact(), 'ORDERS');
  const crash = { send: () => new Promise<never>(() => undefined) };
  void deliverDue(app.database, crash);
  await expect.poll(() => stateOf(id)).toMatchObject({ state: 'SENDING' });
  expect(await deliver()).toBe(0);
  clock.advance(11 * 60_000);
  expect(await deliver()).toBe(1);
  expect(server.mails[0]?.messageId).toContain(id);
});

it('writes nothing more to an address that was refused for good', async () => {
  const contactId = await aContact();
  const first = await send(contactId, 'ORDERS');
  server.mood = 'refuse';
  await deliver();
  expect(await stateOf(first)).toMatchObject({ state: 'FAILED', reason: 'ADDRESS_REFUSED' });
  server.mood = 'take';
  const second = await send(contactId, 'ACCOUNT');
  await deliver();
  expect(await stateOf(second)).toMatchObject({ state: 'STOPPED', reason: 'SUPPRESSED' });
  await say(contactId, 'ORDERS', 'GRANTED');
  const third = await send(contactId, 'ORDERS');
  await deliver();
  expect(await stateOf(third)).toMatchObject({ state: 'SENT' });
});

it('two workers at once send each message once', async () => {
  const contactId = await aContact();
  for (let n = 0; n < 30; n++) await send(contactId, 'ORDERS');
  await Promise.all([deliver(), deliver(), deliver()]);
  expect(server.mails).toHaveLength(30);
  expect(new Set(server.mails.map(({ messageId }) => messageId)).size).toBe(30);
});

it('unsubscribes with one click from one purpose, and leaves the others (mautic#6412)', async () => {
  const contactId = await aContact();
  await say(contactId, 'NEWS', 'GRANTED');
  await say(contactId, 'OFFERS', 'GRANTED');
  await send(contactId, 'NEWS', { body: 'News!' });
  await deliver();
  const [mail] = server.mails;
  expect(headerOf(mail as TakenMail, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
  const [, address = ''] = /^<(.*)>$/.exec(headerOf(mail as TakenMail, 'List-Unsubscribe') ?? '') ?? [];
  const { url } = await app.listen();
  const link = new URL(address).pathname;
  expect((await fetch(`${url}${link}`)).status).toBe(200);
  const states = async () => {
    const rows = await app.owner.query<{ purpose: string; state: string }>(
      'select distinct on (purpose) purpose, state from interactions_consent where contact_id = $1 order by purpose, recorded_at desc, id desc',
      [contactId],
    );
    return Object.fromEntries(rows.map(({ purpose, state }) => [purpose, state]));
  };
  expect(await states()).toEqual({ NEWS: 'GRANTED', OFFERS: 'GRANTED' });
  const click = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) };
  expect((await fetch(`${url}${link}`, click)).status).toBe(200);
  expect(await states()).toEqual({ NEWS: 'WITHDRAWN', OFFERS: 'GRANTED' });
  expect((await fetch(`${url}${link.slice(0, -4)}${link.endsWith('xxxx') ? 'yyyy' : 'xxxx'}`, click)).status).toBe(404);
});

it('shows and keeps the wishes of whoever asks, and of nobody else', async () => {
  const organisation = await anOrganisation(app, 'customer');
  const [anna, berta] = [
    await anActor(app, organisation, 'CUSTOMER_BUYER'),
    await anActor(app, organisation, 'CUSTOMER_BUYER'),
  ];
  const READ = '{ preferences { email phone preferredChannel quietFrom consents { channel purpose state } } }';
  const read = async (actor: Actor) =>
    (await app.ask<{ preferences: { phone: string; quietFrom: string; consents: object[] } }>(actor, READ)).preferences;
  const SAVE = `mutation ($input: PreferencesSaveInput!) { preferencesSave(input: $input) { preferences { phone } userErrors { code path } } }`;
  const input = {
    idempotencyKey: 'wishes-of-anna',
    preferredChannel: 'PHONE',
    phone: '+41 44 668 18 00',
    quietFrom: '21:00',
    quietTo: '07:00',
    choices: [{ channel: 'EMAIL', purpose: 'OFFERS', isGranted: true }],
  };
  await app.ask(anna, SAVE, { input });
  expect(await read(anna)).toMatchObject({ phone: '+41446681800', quietFrom: '21:00' });
  expect((await read(anna)).consents).toContainEqual({ channel: 'EMAIL', purpose: 'OFFERS', state: 'GRANTED' });
  expect(await read(berta)).toMatchObject({ phone: null, quietFrom: null });
  const refused = await app.run<{ preferencesSave: { userErrors: object[] } }>(berta, SAVE, {
    input: { ...input, idempotencyKey: 'wishes-of-berta', phone: '12' },
  });
  expect(refused.data.preferencesSave.userErrors).toEqual([{ code: 'ADDRESS_REFUSED', path: ['input', 'phone'] }]);
});

it('keeps the ledger of consent: nothing in it can be changed or removed', async () => {
  const contactId = await aContact();
  await say(contactId, 'NEWS', 'GRANTED');
  for (const statement of ["update interactions_consent set state = 'GRANTED'", 'delete from interactions_consent'])
    await expect(
      app.prepare(async (work) => {
        const { sql } = await import('kysely');
        await sql.raw(statement).execute(work.sql);
      }),
    ).rejects.toThrow('permission denied');
  const staff = await anActor(app, await anOrganisation(app, 'company'), 'SERVICE');
  const seen = await app.ask<{ contacts: { nodes: { id: string }[] } }>(
    staff,
    'query ($org: ID!) { contacts(first: 50, organisationId: $org) { nodes { id consents { purpose state since } organisation { name } } } }',
    { org: toGlobalId('org', customerId) },
  );
  expect(seen.contacts.nodes.map(({ id }) => id)).toContain(toGlobalId('con', contactId));
});
