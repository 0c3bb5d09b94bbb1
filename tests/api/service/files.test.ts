import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import { attachedFiles } from '../../../server/src/modules/interactions/interaction/attached-files.service.ts';
import { deliverDue } from '../../../server/src/modules/interactions/sending/delivery.service.ts';
import { fileStore } from '../../../server/src/platform/files/file-store.ts';
import { smtpTransport } from '../../../server/src/platform/mail/smtp-transport.ts';
import { actOn, aDesk, opened, refusalOf, sendOut, type Help } from '../../support/factories/service.ts';
import { startMailServer } from '../../support/mail-server.ts';

let help: Help;

beforeAll(async () => {
  help = await aDesk();
});
afterAll(() => help.app.close());

it('takes files with a message, judged by what they are, from their owner alone, for whoever may read it', async () => {
  const take = (who: typeof help.anna, name: string, bytes: Buffer) =>
    help.app.database.transact(who, (work) => attachedFiles.take(work, name, bytes));
  const png = Buffer.from('\x89PNG\r\n\x1a\n and so on', 'latin1');
  const fileIds = [toGlobalId('upl', await take(help.anna, '../../photo\u202Egnp.png', png))];
  await expect(take(help.anna, 'photo.png', Buffer.from('MZ\x90\x00', 'latin1'))).rejects.toThrow('photo.png');
  await expect(take(help.anna, 'page.txt', Buffer.from('<html><script>'))).rejects.toThrow('page.txt');
  expect(await refusalOf(help, help.stranger, 'ticketOpen', { subject: 'x', body: 'y', fileIds })).toEqual([
    'NOT_FOUND',
  ]);
  const ticket = await opened(help, help.anna, { fileIds });
  const filesFor = async (who: typeof help.anna) =>
    (
      await help.app.ask<{
        ticket: { messages: { attachments: { id: string; name: string; contentType: string }[] }[] };
      }>(who, 'query ($id: ID!) { ticket(id: $id) { messages { attachments { id name contentType } } } }', {
        id: ticket.id,
      })
    ).ticket.messages.flatMap(({ attachments }) => attachments);
  const [file] = await filesFor(help.anna);
  expect(file).toMatchObject({ name: 'photognp.png', contentType: 'image/png' });
  expect(await filesFor(help.agent)).toEqual([file]);
  const seen = await help.app.ask(help.stranger, 'query ($id: ID!) { node(id: $id) { id } }', { id: file?.id });
  expect(seen).toEqual({ node: null });
  const { url } = await help.app.listen();
  const post = (headers: Record<string, string>) =>
    fetch(`${url}/attachments?name=x.png`, { method: 'POST', body: png, headers });
  expect([(await post({})).status, (await post({ 'x-corridor-portal': 'customer' })).status]).toEqual([403, 401]);
  expect((await fetch(`${url}/attachments/${file?.id}?portal=customer`)).status).toBe(404);
});

it('mails the files of an answer through a real server, and names those for which a mail has no room', async () => {
  const server = await startMailServer();
  const take = async (name: string, bytes: Buffer) =>
    toGlobalId('upl', await help.app.database.transact(help.agent, (work) => attachedFiles.take(work, name, bytes)));
  const png = Buffer.from('\x89PNG\r\n\x1a\n label', 'latin1');
  const ticket = await opened(help, help.anna, { subject: 'Which label?' });
  await sendOut(help);
  const answer = async (body: string, fileIds: string[]) => {
    await actOn(help, help.agent, 'ticketReply', { ticketId: ticket.id, body, fileIds });
    await help.app.deliver();
    await deliverDue(help.app.database, smtpTransport(server.url));
    return server.mails.at(-1);
  };
  const large = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(8 * 1_048_576)]);
  const mail = await answer('This one.', [
    await take('manual.pdf', large),
    await take('../标签 "1"\r\nBcc: x.png', png),
  ]);
  expect(mail?.files.map(({ name, contentType }) => [name, contentType])).toEqual([
    [expect.stringContaining('标签'), 'image/png'],
  ]);
  expect(Buffer.from(mail?.files[0]?.bytes ?? []).equals(png)).toBe(true);
  expect(mail?.raw).not.toMatch(/^Bcc:/im);
  expect(mail?.text).toContain('kept in the portal: manual.pdf (8.0 MB)');
  const note = await take('secret.png', png);
  await actOn(help, help.agent, 'ticketNote', { ticketId: ticket.id, body: 'Ours alone', fileIds: [note] });
  const gone = await take('gone.png', png);
  await actOn(help, help.agent, 'ticketReply', { ticketId: ticket.id, body: 'Once more', fileIds: [gone] });
  const [kept] = await help.app.owner.query<{ id: string }>(
    `select id from interactions_attachment where name = 'gone.png'`,
  );
  await fileStore().remove(kept?.id ?? '');
  server.mood = 'away';
  await help.app.deliver();
  expect(await deliverDue(help.app.database, smtpTransport(server.url))).toBe(0);
  server.mood = 'take';
  help.clock.advance(3_600_000);
  expect(await deliverDue(help.app.database, smtpTransport(server.url))).toBe(1);
  expect(server.mails.map(({ files }) => files.length)).toEqual([1, 0]);
  expect(server.mails.at(-1)?.text).toContain('Once more');
  await server.close();
});
