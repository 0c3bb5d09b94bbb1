import { WebSocket } from 'ws';
import { Caller } from '../measure/http-load.ts';

interface Change {
  readonly type: string;
  readonly payload?: { readonly data?: { readonly liveChange: { readonly subjects: readonly string[] } } };
}

/** Open portals, each on its own socket, that note when they hear of a change. */
export class Followers {
  private readonly heard: { subject: string; at: number }[] = [];
  private readonly sentAt = new Map<string, number>();
  private readonly dropped = new Set<WebSocket>();

  constructor(private readonly sockets: readonly WebSocket[]) {
    for (const socket of sockets) {
      socket.on('message', (data: Buffer) => this.hear(data));
      socket.on('close', () => this.dropped.add(socket));
    }
  }

  /** Portals that stop reading without leaving, as a laptop does whose lid is closed. */
  pause(count: number): readonly WebSocket[] {
    const slow = this.sockets.slice(0, count);
    for (const socket of slow) socket.pause();
    return slow;
  }

  /** Sends that many changes a second, evenly; answers how many were made. */
  async during(rate: number, seconds: number, port: number, request: () => Buffer): Promise<number> {
    const callers = await Promise.all(Array.from({ length: 16 }, () => Caller.open(port)));
    const began = performance.now();
    let made = 0;
    await Promise.all(
      callers.map(async (caller, line) => {
        for (let n = line; n < rate * seconds; n += callers.length) {
          const due = began + (n * 1000) / rate - performance.now();
          if (due > 0) await new Promise((resolve) => setTimeout(resolve, due));
          if (performance.now() > began + seconds * 1000) return;
          const at = performance.now();
          const { body } = await caller.send(request());
          const id = /"move":\{"id":"(smv_\w+)"/.exec(body.toString())?.[1];
          if (!id) throw new Error(body.toString());
          this.sentAt.set(id.slice(4), at);
          made++;
        }
      }),
    );
    for (const caller of callers) caller.close();
    return made;
  }

  /** From the request to the portal, in milliseconds, sorted. */
  delays(): number[] {
    return this.heard
      .flatMap(({ subject, at }) => {
        const sent = this.sentAt.get(subject.replaceAll('-', '').replace(/^smv_/, ''));
        return sent === undefined ? [] : [at - sent];
      })
      .sort((a, b) => a - b);
  }

  /** A socket that does not read does not see its end either. */
  resume(sockets: readonly WebSocket[]): void {
    for (const socket of sockets) socket.resume();
  }

  isDropped(socket: WebSocket): boolean {
    return this.dropped.has(socket) || socket.readyState !== WebSocket.OPEN;
  }

  droppedOthers(slow: readonly WebSocket[]): number {
    return [...this.dropped].filter((socket) => !slow.includes(socket)).length;
  }

  close(): void {
    for (const socket of this.sockets) socket.terminate();
  }

  private hear(data: Buffer): void {
    const at = performance.now();
    const message = JSON.parse(data.toString()) as Change;
    for (const subject of message.payload?.data?.liveChange.subjects ?? []) this.heard.push({ subject, at });
  }
}

/** Signs portals of all suppliers in and lets them follow stock. */
export async function followers(
  port: number,
  documentId: string,
  count: number,
  suppliers: number,
): Promise<Followers> {
  const sockets: WebSocket[] = [];
  for (let n = 0; n < count; n++) sockets.push(await follow(port, documentId, 1 + (n % suppliers)));
  return new Followers(sockets);
}

function follow(port: number, documentId: string, who: number): Promise<WebSocket> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
    headers: { cookie: `corridor-supplier=bench-${who}` },
  });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () =>
      socket.send(JSON.stringify({ type: 'connection_init', payload: { portal: 'supplier' } })),
    );
    socket.once('message', () => {
      const payload = {
        query: '',
        variables: { topics: ['STOCK'] },
        extensions: { documentId: `sha256:${documentId}` },
      };
      socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload }), () => resolve(socket));
    });
  });
}
