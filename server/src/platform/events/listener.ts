import pg from 'pg';

const RECONNECT_MS = 1000;

/** One connection on which a process hears what every process of the installation committed, channel by channel. */
export class Listener {
  private readonly hearers = new Map<string, (payload: string) => void>();
  private readonly deafened: (() => void)[] = [];
  private client: pg.Client | null = null;
  private isClosed = false;

  constructor(
    private readonly url: string,
    private readonly log: (message: string) => void,
  ) {}

  /** Whether what is committed from now on will be heard. */
  get isHearing(): boolean {
    return this.client !== null;
  }

  /** Before the listener is opened: what to do with the words of a channel. */
  hear(channel: string, hearer: (payload: string) => void): void {
    this.hearers.set(channel, hearer);
  }

  /** What to do as soon as something may go by unheard. */
  whenDeaf(run: () => void): void {
    this.deafened.push(run);
  }

  async open(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: 'corridor listen',
      keepAlive: true,
    });
    client.on('notification', ({ channel, payload }) => payload && this.hearers.get(channel)?.(payload));
    client.on('error', (error) => this.log(`listening connection lost: ${error.message}`));
    try {
      await client.connect();
      await client.query([...this.hearers.keys()].map((channel) => `listen ${channel}`).join('; '));
    } catch (error) {
      await client.end().catch(() => undefined);
      throw error;
    }
    // Only now: an attempt that fails ends its connection too, and whoever made it tries again.
    client.on('end', () => this.reconnect());
    this.client = client;
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.client?.end();
  }

  private reconnect(): void {
    this.client = null;
    for (const run of this.deafened) run();
    if (this.isClosed) return;
    setTimeout(() => {
      this.open().catch((error: Error) => {
        this.log(`cannot listen: ${error.message}`);
        this.reconnect();
      });
    }, RECONNECT_MS).unref();
  }
}
