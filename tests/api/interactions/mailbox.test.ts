import { afterAll, beforeAll, expect, it } from 'vitest';
import { deliverDue } from '../../../server/src/modules/interactions/sending/delivery.service.ts';
import { takeMails } from '../../../server/src/modules/interactions/mail/mailbox-reading.service.ts';
import { smtpTransport } from '../../../server/src/platform/mail/smtp-transport.ts';
import { actOn, aDesk, opened, ticketFor, type Help, type TicketRow } from '../../support/factories/service.ts';
import { startImapServer, type ImapServer } from '../../support/imap-server.ts';
import { startMailServer, type MailServer } from '../../support/mail-server.ts';
import {
  appleWithFiles,
  DESK,
  exchangeAway,
  gmailForward,
  outlookAnswer,
  qqAnswer,
  silentRobot,
} from '../../support/raw-mails.ts';

let help: Help;
let box: ImapServer;
let smtp: MailServer;

beforeAll(async () => {
  [help, box, smtp] = await Promise.all([aDesk(), startImapServer(), startMailServer()]);
});
afterAll(() => Promise.all([help.app.close(), box.close(), smtp.close()]));

/** One minute of the two jobs: what is in the mailbox comes in, reaches the desk, and what is due leaves. */
const minute = async (): Promise<number> => {
  const taken = await takeMails(help.app.database, box.url);
  await help.app.deliver();
  await deliverDue(help.app.database, smtpTransport(smtp.url));
  return taken;
};
const newest = async (): Promise<TicketRow[]> =>
  (
    await help.app.ask<{ tickets: { nodes: TicketRow[] } }>(
      help.agent,
      '{ tickets(first: 50) { nodes { id subject channel messages { body isAutomatic attachments { name } } } } }',
    )
  ).tickets.nodes;
const keptUnder = async (subject: string): Promise<number> =>
  (await help.app.owner.query('select 1 from interactions_mail where subject = $1', [subject])).length;

it('threads what Outlook, QQ Mail and an absent colleague answer to a mail that left by SMTP', async () => {
  const ticket = await opened(help, help.anna, { subject: 'Broken wheel' });
  await minute();
  const sent = smtp.mails.at(-1);
  expect(sent).toMatchObject({ to: [help.annaMail], subject: expect.stringContaining('Broken wheel [TK-') });
  await box.append(outlookAnswer(help.annaMail, sent?.subject ?? '', 'Hier ist es.'));
  await box.append(qqAnswer(help.annaMail, sent?.messageId ?? ''));
  expect(await minute()).toBe(2);
  await actOn(help, help.agent, 'ticketReply', { ticketId: ticket.id, body: 'We send a new one.' });
  await box.append(exchangeAway(help.annaMail, sent?.messageId ?? ''));
  expect(await minute()).toBe(1);
  const after = await ticketFor(help, help.agent, ticket.id);
  expect(after).toMatchObject({ statusCode: 'PENDING_CUSTOMER' });
  expect(after?.messages.map(({ body, isAutomatic }) => [body.split('\n')[0], isAutomatic])).toEqual([
    ['They should be here by now.', false],
    ['Hier ist es. Grüße', false],
    ['轮子又坏了，请尽快处理。', false],
    ['We send a new one.', false],
    ['Ich bin bis zum 8. Oktober nicht im Haus.', true],
  ]);
  expect(await newest()).toHaveLength(1);
});

it('takes a forwarded thread of which it only got a copy as a matter of its own, unanswered', async () => {
  const before = smtp.mails.length;
  await box.append(gmailForward(help.annaMail, 'colleague@alpine.example', 'Old matter'));
  await minute();
  expect((await newest())[0]).toMatchObject({ subject: 'Old matter', channel: 'EMAIL' });
  expect(smtp.mails).toHaveLength(before);
});

it('gives attachments with hostile names harmless ones', async () => {
  await box.append(appleWithFiles(help.annaMail, 'Scratched frame'));
  await minute();
  const [ticket] = await newest();
  expect(ticket?.messages[0]).toMatchObject({ attachments: [{ name: '发票.pdf' }, { name: '_nul.txt' }] });
});

it('takes what somebody else opened before us, and nothing twice', async () => {
  await box.append(silentRobot(help.annaMail, 'Opened by a colleague'), ['\\Seen']);
  expect(await minute()).toBe(1);
  expect(await minute()).toBe(0);
  expect(await keptUnder('Opened by a colleague')).toBe(1);
});

it('loses nothing while the server is away, nor when it goes in the middle, and takes each mail once', async () => {
  for (let n = 0; n < 3; n++) await box.append(silentRobot(help.annaMail, `Away ${n}`));
  await box.stop();
  await expect(takeMails(help.app.database, box.url)).rejects.toThrow();
  await box.start();
  // The database goes away behind the first mail: it is kept, but its mark in the mailbox is not set.
  const real = help.app.database.transact.bind(help.app.database);
  let calls = 0;
  help.app.database.transact = (async (...given: Parameters<typeof real>) => {
    const answer = await real(...given);
    if (++calls === 2) await box.stop();
    return answer;
  }) as typeof real;
  await expect(takeMails(help.app.database, box.url)).rejects.toThrow();
  help.app.database.transact = real;
  await box.start();
  expect(await box.unseen()).toBe(3);
  expect(await minute()).toBe(3);
  expect(await Promise.all([0, 1, 2].map((n) => keptUnder(`Away ${n}`)))).toEqual([1, 1, 1]);
});

it('lets a mail that cannot be kept hold up none behind it, and tries it again', async () => {
  await help.app.owner.query("alter table interactions_mail add constraint planted check (subject <> 'Indigestible')");
  await box.append(silentRobot(help.annaMail, 'Indigestible'));
  await box.append(silentRobot(help.annaMail, 'Behind it'));
  await expect(minute()).rejects.toThrow('planted');
  expect([await keptUnder('Indigestible'), await keptUnder('Behind it'), await box.unseen()]).toEqual([0, 1, 1]);
  await help.app.owner.query('alter table interactions_mail drop constraint planted');
  expect(await minute()).toBe(1);
  expect(await keptUnder('Indigestible')).toBe(1);
});

it('falls silent before a robot that answers everything, and before its own mails come back', async () => {
  help.clock.advance(2 * 3_600_000);
  const [before, tickets] = [smtp.mails.length, (await newest()).length];
  await box.append(silentRobot(help.strangerMail, 'Hello robot'));
  for (let round = 0; round < 7; round++) {
    const known = smtp.mails.length;
    await minute();
    const fresh = smtp.mails.slice(known);
    for (const mail of fresh) {
      await box.append(mail.raw.replace(/^To:.*$/im, `To: ${DESK}`));
      await box.append(silentRobot(help.strangerMail, `Unrelated ${round}`));
    }
  }
  expect(smtp.mails.length - before).toBe(3);
  expect((await newest()).length - tickets).toBe(4);
});
