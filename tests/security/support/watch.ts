import type pg from 'pg';

type Query = (...args: unknown[]) => unknown;

/** Follows what arrives on each connection of a pool: whose transaction is open there, and which statement is of whom. */
export class ConnectionWatch {
  /** Statements that arrived in nobody's transaction or in somebody else's. */
  readonly strays: string[] = [];
  statements = 0;
  private readonly open = new Set<pg.PoolClient>();

  constructor(pool: pg.Pool) {
    pool.on('connect', (client) => this.follow(client));
  }

  /** Transactions that nobody has ended. */
  get unended(): number {
    return this.open.size;
  }

  private follow(client: pg.PoolClient): void {
    const send = client.query.bind(client) as Query;
    let owner: string | null = null;
    client.query = ((...args: unknown[]) => {
      const [first] = args as [string | { text: string }];
      const text = typeof first === 'string' ? first : first.text;
      if (/^begin/.test(text)) {
        if (owner !== null) this.strays.push(`a transaction begins within another: ${text}`);
        owner = /app\.org = '([^']*)'/.exec(text)?.[1] ?? '';
        this.open.add(client);
      } else if (/^(commit|rollback)$/.test(text)) {
        if (owner === null) this.strays.push(`the end of nothing: ${text}`);
        owner = null;
        this.open.delete(client);
      } else this.judge(owner, text);
      return send(...args);
    }) as typeof client.query;
  }

  private judge(owner: string | null, text: string): void {
    this.statements++;
    const sender = /\/\* ([0-9a-f-]+) \*\//.exec(text)?.[1];
    if (owner === null || (sender !== undefined && sender !== owner))
      this.strays.push(`${text.slice(0, 80)} in the transaction of ${owner ?? 'nobody'}`);
  }
}
