import { fixedClock, type FixedClock } from '../../../server/src/kernel/clock.ts';
import { newId, toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import { deliverDue } from '../../../server/src/modules/interactions/sending/delivery.service.ts';
import { inbox } from '../../../server/src/modules/interactions/mail/inbox.service.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import type { OutgoingMail } from '../../../server/src/platform/mail/mail.ts';
import { TestApp } from '../app.ts';
import { anActor, anOrganisation } from './identity.ts';

/** A desk, a customer with two people, and another customer who must see nothing. */
export interface Help {
  readonly app: TestApp;
  readonly clock: FixedClock;
  readonly company: Organisation;
  readonly customer: Organisation;
  readonly agent: Actor;
  readonly admin: Actor;
  readonly anna: Actor;
  readonly annaMail: string;
  readonly stranger: Actor;
  readonly strangerMail: string;
  /** Mails that left, newest last. */
  readonly sent: OutgoingMail[];
}

const mailOf = async (app: TestApp, { personId }: Actor): Promise<string> =>
  (await app.owner.query<{ email: string }>('select email from identity_person where id = $1', [personId]))[0]?.email ??
  '';

export async function aDesk(start = '2026-09-29T09:30:00Z'): Promise<Help> {
  const clock = fixedClock(start);
  const app = await TestApp.start(clock);
  const company = await anOrganisation(app, 'company', 'Northwind');
  const customer = await anOrganisation(app, 'customer', 'Alpine Bikes');
  const other = await anOrganisation(app, 'customer', 'Baltic Wheels');
  const anna = await anActor(app, customer, 'CUSTOMER_ADMIN');
  const stranger = await anActor(app, other, 'CUSTOMER_ADMIN');
  return {
    app,
    clock,
    company,
    customer,
    agent: await anActor(app, company, 'SERVICE'),
    admin: await anActor(app, company, 'ADMIN'),
    anna,
    annaMail: await mailOf(app, anna),
    stranger,
    strangerMail: await mailOf(app, stranger),
    sent: [],
  };
}

/** Sends what is due into `sent`, after every event has reached its subscribers. */
export async function sendOut(help: Help): Promise<OutgoingMail[]> {
  await help.app.deliver();
  const before = help.sent.length;
  await deliverDue(help.app.database, { send: async (mail) => void help.sent.push(mail) });
  return help.sent.slice(before);
}

/** A raw mail comes in and reaches whoever it is for. Answers its key, or null when it was known. */
export async function mailIn(help: Help, lines: readonly string[]): Promise<string | null> {
  const raw = Buffer.from(lines.join('\r\n'));
  const id = await help.app.prepare((work) => inbox.take(work, raw));
  await help.app.deliver();
  return id;
}

const LINK = `id number subject statusCode category links { kind label subjectId } messages { id authorName body channel direction visibility isAutomatic }`;

export interface TicketRow {
  id: string;
  number: string;
  subject: string;
  statusCode: string;
  category: string;
  links: { kind: string; label: string; subjectId: string }[];
  messages: {
    id: string;
    authorName: string;
    body: string;
    channel: string;
    direction: string;
    visibility: string;
    isAutomatic: boolean;
  }[];
  version: number;
  [field: string]: unknown;
}

let serial = 0;

/** The input type of an act: some share one. */
const inputOf = (act: string): string =>
  /^ticket(Note|Write)$/.test(act)
    ? 'TicketTextInput'
    : /^ticket(Close|Reopen)$/.test(act)
      ? 'TicketActInput'
      : `${act[0]?.toUpperCase() ?? ''}${act.slice(1)}Input`;

/** Runs an act on tickets that must succeed; answers the ticket with `fields`. */
export async function actOn(
  help: Help,
  actor: Actor,
  act: string,
  input: object,
  fields = 'version',
): Promise<TicketRow> {
  const type = inputOf(act);
  const needsKey = /^ticket(Open|Take|Reply|Note|Write|Split|Rate)$/.test(act);
  const answer = await help.app.ask<Record<string, { ticket: TicketRow }>>(
    actor,
    `mutation ($input: ${type}!) { ${act}(input: $input) { ticket { ${LINK} ${fields} } userErrors { code message path } } }`,
    { input: needsKey ? { idempotencyKey: `act-on-ticket-${++serial}`, ...input } : input },
  );
  return answer[act]?.ticket as TicketRow;
}

/** The codes with which an act is refused. */
export async function refusalOf(help: Help, actor: Actor, act: string, input: object): Promise<string[]> {
  const type = inputOf(act);
  const needsKey = /^ticket(Open|Take|Reply|Note|Write|Split|Rate)$/.test(act);
  const { data, errors } = await help.app.run<Record<string, { userErrors: { code: string }[] }> | null>(
    actor,
    `mutation ($input: ${type}!) { ${act}(input: $input) { userErrors { code } } }`,
    { input: needsKey ? { idempotencyKey: `act-on-ticket-${++serial}`, ...input } : input },
  );
  const refused = data?.[act]?.userErrors.map(({ code }) => code) ?? [];
  return [...(errors ?? []).map((error) => String(error.extensions['code'])), ...refused];
}

export const opened = (help: Help, actor: Actor = help.anna, more: object = {}): Promise<TicketRow> =>
  actOn(help, actor, 'ticketOpen', { subject: 'Where are my frames?', body: 'They should be here by now.', ...more });

/** The ticket as somebody reads it; null where he may not. */
export async function ticketFor(help: Help, actor: Actor, id: string, fields = ''): Promise<TicketRow | null> {
  const { ticket } = await help.app.ask<{ ticket: TicketRow | null }>(
    actor,
    `query ($id: ID!) { ticket(id: $id) { ${LINK} version ${fields} } }`,
    { id },
  );
  return ticket;
}

/** An order of a customer with one line, put into the tables as it stands after it was confirmed. */
export async function anOrderOf(help: Help, customer: Organisation, sku = 'FRAME-1') {
  const { owner } = help.app;
  const [site, item, order, line] = [newId(), newId(), newId(), newId()];
  await owner.query(
    `insert into catalog_unit (id, code, name_en) values (gen_random_uuid(), 'EA', 'Each') on conflict do nothing`,
  );
  await owner.query(`insert into catalog_site (id, code, name) values ($1, $2, 'Hamburg')`, [
    site,
    `S-${site.slice(-6)}`,
  ]);
  await owner.query(
    `insert into catalog_item (id, sku, name_en, name_zh, unit_code, supply, is_sellable) values ($1, $2, 'Road frame', '公路车架', 'EA', 'BUY', true)`,
    [item, `${sku}-${item.slice(-4)}`],
  );
  const [made] = await owner.query<{ number: string }>(
    `insert into sales_order (id, customer_id, site_id, state, currency, ordered_on, requested_on, is_shared, submitted_at)
     values ($1, $2, $3, 'CONFIRMED', 'EUR', '2026-09-20', '2026-10-10', true, now()) returning number`,
    [order, customer.id, site],
  );
  await owner.query(
    `insert into sales_order_line (id, customer_id, order_id, line_no, item_id, site_id, unit_code, ordered_quantity, currency, requested_on, confirmed_on, estimated_on, is_shared)
     values ($1, $2, $3, 1, $4, $5, 'EA', 100, 'EUR', '2026-10-10', '2026-10-12', '2026-10-15', true)`,
    [line, customer.id, order, item, site],
  );
  return { orderId: order, lineId: line, itemId: item, siteId: site, number: made?.number ?? '' };
}

export const itemIdOf = (id: string): string => toGlobalId('itm', id);

/** Runs `work` while mail servers may post mails under this key. */
export async function withMailKey<T>(key: string, work: () => Promise<T>): Promise<T> {
  process.env['MAIL_WEBHOOK_KEY'] = key;
  try {
    return await work();
  } finally {
    delete process.env['MAIL_WEBHOOK_KEY'];
  }
}
