import { afterAll, beforeAll, expect, it } from 'vitest';
import { toGlobalId } from '../../../server/src/kernel/id.ts';
import { attachedFiles } from '../../../server/src/modules/interactions/interaction/attached-files.service.ts';
import { aDesk, opened, refusalOf, type Help } from '../../support/factories/service.ts';

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
