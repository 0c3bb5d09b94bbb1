import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  AddressRefused,
  isPublicAddress,
  publicLookup,
  publicUrl,
  requestPublicly,
} from '../../server/src/platform/http/public-address.ts';

let inside: Server;
let reached = 0;
let port = 0;

beforeAll(async () => {
  inside = createServer((_request, response) => {
    reached++;
    response.end('secret');
  });
  await new Promise<void>((done) => inside.listen(0, '127.0.0.1', done));
  port = (inside.address() as AddressInfo).port;
});
afterAll(() => void inside.close());

it.each(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  '127.0.0.1',
  '127.9.9.9',
  '10.0.0.1',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '198.18.0.1',
  '192.0.2.1',
  '::1',
  '::',
  'fe80::1',
  'fc00::1',
  'fd12::1',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:db8::1',
  'no address',
  '',
])('%s is not public', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0177.0.0.1/',
  'http://[::1]/',
  'http://[::ffff:127.0.0.1]/',
  'http://169.254.169.254/latest/meta-data',
  'file:///etc/passwd',
  'ftp://example.com/',
  'gopher://example.com/',
  'http://user:password@example.com/',
  'javascript:alert(1)',
  '/relative',
  '',
])('refuses the address %s', (address) => {
  expect(() => publicUrl(address)).toThrow(AddressRefused);
});

type Resolve = NonNullable<NonNullable<Parameters<typeof requestPublicly>[1]>['resolve']>;
const answering = (...addresses: string[]): Resolve & { asked: number } => {
  const resolve = ((_host, _options, done) => {
    resolve.asked++;
    done(
      null,
      addresses.map((address) => ({ address, family: 4 })),
    );
  }) as Resolve & { asked: number };
  resolve.asked = 0;
  return resolve;
};

it('refuses a name that leads inside, and one that leads inside among others', async () => {
  const url = `http://inside.example:${port}/`;
  for (const addresses of [['127.0.0.1'], ['93.184.216.34', '10.1.2.3'], []])
    await expect(requestPublicly(url, { resolve: answering(...addresses) })).rejects.toThrow(AddressRefused);
  expect(reached).toBe(0);
});

it('hands on the very address it checked, and asks for it once', async () => {
  const resolve = answering('203.0.114.7');
  const found = await new Promise((done) =>
    publicLookup(resolve)('partner.example', {}, (_, address) => done(address)),
  );
  expect(found).toBe('203.0.114.7');
  expect(resolve.asked).toBe(1);
});

it('says which name it refused', async () => {
  const rebinding = answering('127.0.0.1');
  await expect(requestPublicly(`http://rebinding.example:${port}/`, { resolve: rebinding })).rejects.toThrow(
    'rebinding.example is not a public address',
  );
  expect(rebinding.asked).toBe(1);
});
