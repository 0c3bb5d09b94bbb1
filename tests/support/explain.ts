import type pg from 'pg';
import type { Actor } from '../../server/src/platform/access/actor.ts';
import { beginMessage } from '../../server/src/platform/db/session.ts';
import type { TestApp } from './app.ts';

/** A node of a plan as Postgres tells it. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Actual Total Time': number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly PlanNode[];
}

interface Sent {
  readonly text: string;
  readonly values: unknown[];
}

/** Hears what an app asks of its database, and has it explained as its reader would run it. */
export class Plans {
  private readonly sent: Sent[] = [];

  constructor(private readonly app: TestApp) {
    app.database.pool.on('connect', (client: pg.PoolClient) => this.hear(client));
  }

  /** The plan of the last statement that `ask` sent which contains `part`. */
  async of(actor: Actor, ask: () => Promise<unknown>, part = 'as data'): Promise<PlanNode> {
    this.sent.length = 0;
    await ask();
    const last = this.sent.filter(({ text }) => text.includes(part)).at(-1);
    if (!last) throw new Error(`nothing with ${part} was sent`);
    return this.explain(actor, last);
  }

  private async explain(actor: Actor, { text, values }: Sent): Promise<PlanNode> {
    const client = await this.app.database.pool.connect();
    try {
      await client.query(beginMessage(actor, 'read'));
      await client.query(`prepare hot as ${text}`);
      const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : '';
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
        `explain (analyze, buffers, format json) execute hot${given}`,
      );
      const [found] = rows;
      if (!found) throw new Error('no plan');
      return found['QUERY PLAN'][0].Plan;
    } finally {
      await client.query('rollback; deallocate hot');
      client.release();
    }
  }

  private hear(client: pg.PoolClient): void {
    const send = client.query.bind(client) as (...args: unknown[]) => unknown;
    client.query = ((...args: unknown[]) => {
      const [query] = args as [string | { text: string; values?: unknown[] }];
      if (typeof query !== 'string') this.sent.push({ text: query.text, values: query.values ?? [] });
      return send(...args);
    }) as typeof client.query;
  }
}

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  const whole = Array.isArray(value) ? `{${value.join(',')}}` : value;
  const text = typeof whole === 'string' ? whole : JSON.stringify(whole);
  return `'${text.replaceAll("'", "''")}'`;
};

export function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const below of node.Plans ?? []) yield* nodesOf(below);
}

export const blocksOf = (plan: PlanNode): number => plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
