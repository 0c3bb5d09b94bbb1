import type { Actor } from '../access/actor.ts';
import type { Authenticator } from '../access/authenticator.port.ts';

/** As much of a websocket as is needed to end it. */
interface Closable {
  close(code: number, reason: string): void;
  once(event: 'close', listener: () => void): unknown;
}

const EVERY_MS = 2000;
/** As graphql-ws answers who is not allowed in: its client does not come back by itself. */
const FORBIDDEN = 4403;

/**
 * Closes the sockets of sessions that have ended, within seconds and whether or not there is something to tell: one
 * question to the database for all of them together, and none while nobody follows anything.
 */
export class SocketWatch {
  private readonly followed = new Map<Closable, Set<Actor>>();
  private timer: NodeJS.Timeout | null = null;

  constructor(private readonly authenticator: Authenticator) {}

  follow(socket: Closable, actor: Actor): void {
    const known = this.followed.get(socket);
    if (known) return void known.add(actor);
    this.followed.set(socket, new Set([actor]));
    socket.once('close', () => this.followed.delete(socket));
    this.timer ??= setInterval(() => void this.look(), EVERY_MS).unref();
  }

  stop(): void {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
  }

  private async look(): Promise<void> {
    if (this.followed.size === 0) return this.stop();
    const actors = [...this.followed.values()].flatMap((one) => [...one]);
    // A database that does not answer proves nothing about a session: the next look will tell.
    const standing = await this.authenticator.standing(actors).catch(() => null);
    if (!standing) return;
    for (const [socket, of] of this.followed)
      if ([...of].some((actor) => actors.includes(actor) && !standing.has(actor)))
        socket.close(FORBIDDEN, 'Signed out');
  }
}
