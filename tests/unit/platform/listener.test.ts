import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Listener } from '../../../server/src/platform/events/listener.ts';
import { freePort } from '../../support/free-port.ts';

it('tries again one attempt after the other while the database is away', async () => {
  const said: string[] = [];
  const listener = new Listener(`postgres://nobody@127.0.0.1:${await freePort()}/none`, (line) => said.push(line));
  listener.hear('anything', () => undefined);
  await expect(listener.open()).rejects.toThrow('ECONNREFUSED');
  listener['reconnect']();
  await setTimeout(4500);
  await listener.close();
  expect(listener.isHearing).toBe(false);
  expect(said.length).toBeGreaterThan(1);
  expect(said.length).toBeLessThan(6);
});
