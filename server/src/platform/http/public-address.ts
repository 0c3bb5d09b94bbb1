import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** An address that somebody typed leads into our own network, or nowhere a request may go. */
export class AddressRefused extends Error {
  constructor(readonly host: string) {
    super(`${host} is not a public address`);
  }
}

/** Whether an IP address belongs to the public internet: everything with another purpose is refused, mapped ones too. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  return ipaddr.process(address).range() === 'unicast';
}

type Resolve = (
  host: string,
  options: LookupOptions & { all: true },
  done: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/**
 * Finds the addresses of a name for a connection, and refuses the name when any of them is not public. The connection
 * is made to the very address that was checked, so a name that answers differently the second time gains nothing.
 */
export const publicLookup =
  (resolve: Resolve = systemLookup): LookupFunction =>
  (host, options, done) => {
    resolve(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, '', 0);
      const [first] = addresses;
      if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
        return done(new AddressRefused(host), '', 0);
      return options.all ? done(null, addresses) : done(null, first.address, first.family);
    });
  };

export interface Outgoing {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds until it is given up. */
  readonly patience?: number;
  readonly resolve?: Resolve;
}

export interface Incoming {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

const PATIENCE = 10_000;
const MOST_ANSWER_BYTES = 65_536;

/**
 * A request to an address that somebody typed, such as a webhook: to the public internet only, over HTTP or HTTPS,
 * without following redirects, within a time, and reading no more than 64 kB of the answer. @throws AddressRefused
 */
export async function requestPublicly(address: string, outgoing: Outgoing = {}): Promise<Incoming> {
  const url = publicUrl(address);
  const { method = 'GET', headers = {}, body = '', patience = PATIENCE, resolve } = outgoing;
  const send = url.protocol === 'https:' ? secureRequest : plainRequest;
  const signal = AbortSignal.timeout(patience);
  return new Promise((answer, fail) => {
    const sent = send(url, { method, headers, signal, lookup: publicLookup(resolve) }, (response) => {
      readSome(response).then((text) => answer({ ...headOf(response), body: text }), fail);
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

const headOf = ({ statusCode, headers }: IncomingMessage) => ({
  status: statusCode ?? 0,
  contentType: headers['content-type'] ?? '',
});

/** The address as a URL we may ask. A literal address is checked here, as nobody looks it up. @throws AddressRefused */
export function publicUrl(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password)
    throw new AddressRefused(address.slice(0, 200));
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (ipaddr.isValid(host) && !isPublicAddress(host)) throw new AddressRefused(host);
  return url;
}

async function readSome(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    parts.push(part);
    if ((size += part.byteLength) > MOST_ANSWER_BYTES) break;
  }
  return Buffer.concat(parts).subarray(0, MOST_ANSWER_BYTES).toString('utf8');
}
