import { connect, type Socket } from 'node:net';

/** One answer: its status, and its body while the next request has not been sent. */
export interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

const HEADER_END = Buffer.from('\r\n\r\n');
const LAST_CHUNK = Buffer.from('0\r\n\r\n');

/** One kept connection that sends finished requests and waits for each answer; as little work as a client can do. */
export class Caller {
  private received: Buffer[] = [];
  private waiting: ((reply: Reply) => void) | null = null;
  private failed: ((error: Error) => void) | null = null;

  private constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('error', (error) => this.failed?.(error));
    socket.on('close', () => this.failed?.(new Error('the server closed the connection')));
  }

  static open(port: number): Promise<Caller> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new Caller(socket)));
      socket.once('error', reject);
    });
  }

  send(request: Buffer): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.waiting = resolve;
      this.failed = reject;
      this.socket.write(request);
    });
  }

  close(): void {
    this.failed = null;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received.push(chunk);
    const whole = this.received.length === 1 ? chunk : Buffer.concat(this.received);
    this.received = [whole];
    const head = whole.indexOf(HEADER_END);
    if (head < 0) return;
    const headers = whole.toString('latin1', 0, head).toLowerCase();
    const length = /\r\ncontent-length: (\d+)/.exec(headers)?.[1];
    const isWhole = length ? whole.length >= head + 4 + Number(length) : whole.subarray(-5).equals(LAST_CHUNK);
    if (!isWhole) return;
    this.received = [];
    this.waiting?.({ status: Number(headers.slice(9, 12)), body: whole.subarray(head + 4) });
  }
}

/** A request as bytes. */
export function requestBytes(path: string, headers: Readonly<Record<string, string>>, body: unknown): Buffer {
  const text = JSON.stringify(body);
  const lines = Object.entries({
    host: 'localhost',
    'content-type': 'application/json',
    ...headers,
    'content-length': String(Buffer.byteLength(text)),
  }).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`POST ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${text}`);
}

export interface Slice {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds, sorted. */
  readonly latencies: Float64Array;
  readonly failures: number;
  readonly firstFailure: string | null;
}

export interface Load {
  readonly callers: number;
  readonly seconds: number;
  /** Where the machine is slow, the slice lasts until so many were answered. */
  readonly atLeast: number;
}

/** Lets callers ask one after the other until the time is over, or there is nothing left to ask. */
export async function runSlice(
  port: number,
  { callers, seconds, atLeast }: Load,
  next: () => Buffer | null,
  isGood: (reply: Reply) => boolean,
): Promise<Slice> {
  const lines = await Promise.all(Array.from({ length: callers }, () => Caller.open(port)));
  const latencies: number[] = [];
  let failures = 0;
  let firstFailure: string | null = null;
  const began = performance.now();
  const end = began + seconds * 1000;
  await Promise.all(
    lines.map(async (line) => {
      for (let now = performance.now(); now < end || latencies.length < atLeast;) {
        const request = next();
        if (!request) return;
        const reply = await line.send(request);
        const then = performance.now();
        latencies.push(then - now);
        now = then;
        if (isGood(reply)) continue;
        failures++;
        firstFailure ??= `${reply.status} ${reply.body.toString('utf8', 0, 500)}`;
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  for (const line of lines) line.close();
  return {
    requests: latencies.length,
    seconds: took,
    latencies: Float64Array.from(latencies).sort(),
    failures,
    firstFailure,
  };
}
