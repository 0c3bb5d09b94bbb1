import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../server/src/platform/access/actor.ts';
import type { Work } from '../../server/src/platform/db/work.ts';
import { entities, listening } from '../../server/src/app/modules.ts';
import { Database } from '../../server/src/platform/db/database.ts';
import { createPool } from '../../server/src/platform/db/pool.ts';
import { Context } from '../../server/src/platform/graphql/context.ts';
import { TestApp } from '../support/app.ts';
import { direct } from '../support/direct.ts';
import { effort } from '../support/effort.ts';
import { newId } from '../../server/src/kernel/id.ts';
import { rivals } from './support/bleed.ts';
import { ConnectionWatch } from './support/watch.ts';

// Whoever is late: a root whose neighbour has failed, an act whose check has refused, a try that lost a race. By then
// the transaction has ended, and its connection may be somebody else's.
const CONNECTIONS = 3;
let app: TestApp;
let actors: Actor[];
let database: Database;
let watch: ConnectionWatch;

beforeAll(async () => {
  app = await TestApp.start();
  actors = await rivals(app);
  const pool = createPool(app.apiUrl, CONNECTIONS, () => undefined);
  watch = new ConnectionWatch(pool);
  database = Database.open(pool, entities, app.clock, listening);
});
afterAll(async () => {
  await database.close();
  await app.close();
});

/** Numbers from a seed, so that what was found can be found again. */
function dice(seed: number): (sides: number) => number {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

// In a transaction that has failed a statement is not prepared, so the same one right behind it is not found either.
const OF_ITS_OWN =
  /has ended|is over|was undone|thrown on purpose|division by zero|transaction is aborted|prepared statement .* does not exist/;
const later = () => new Promise((resolve) => setImmediate(resolve));
/** The end of a read is waited for by nobody but this. */
async function atRest({ pool }: Database): Promise<void> {
  for (const since = Date.now(); pool.idleCount < pool.totalCount && Date.now() - since < 15_000;) await later();
  expect([pool.idleCount, pool.waitingCount]).toEqual([pool.totalCount, 0]);
}

class Program {
  readonly wrong: string[] = [];
  readonly running: Promise<unknown>[] = [];

  constructor(
    private readonly actor: Actor,
    private readonly roll: (sides: number) => number,
  ) {}

  /** One operation of several roots that do whatever comes, all at once; some fail, and the others are late. */
  async run(): Promise<void> {
    const mode = this.roll(2) === 0 ? 'read' : 'write';
    const context = new Context(this.actor, database, app.clock, app.response);
    const roots = 1 + this.roll(4);
    for (let tries = 1 + this.roll(2); tries > 0; tries--)
      await context
        .operate(
          mode,
          mode === 'write',
          (own) => Promise.all(Array.from({ length: roots }, () => this.followed(this.root(own)))),
          () => this.roll(4) === 0,
        )
        .catch((error: unknown) => this.note(error));
  }

  private followed<T>(root: Promise<T>): Promise<T> {
    this.running.push(root.catch((error: unknown) => this.note(error)));
    return root;
  }

  private async root(context: Context): Promise<void> {
    for (let wait = this.roll(4); wait > 0; wait--) await (this.roll(2) === 0 ? later() : Promise.resolve());
    if (this.roll(6) === 0) throw new Error('thrown on purpose');
    const work = await context.work();
    for (let steps = 1 + this.roll(4); steps > 0; steps--) await this.step(work, context);
  }

  private async step(work: Work, context: Context): Promise<void> {
    const kind = this.roll(14);
    if (kind === 0) throw new Error('thrown on purpose');
    if (kind === 1) await work.send(`select 1 / 0 as nothing, $1::int ${this.mark}`, [this.roll(9)]);
    else if (kind === 2) await work.runPlan(`select $1::text as data ${this.mark}`, ['the last'], true);
    else if (kind === 3) await this.followed(work.guarded((part) => this.both(part)));
    else if (kind === 4) await work.commit();
    else if (kind === 5) await this.step(await context.anew(), context);
    else if (kind === 6) work.trail(`select $1::int ${this.mark}`, [1]);
    else await this.look(work);
    if (this.roll(3) === 0) await later();
  }

  /** Two that travel together, of which one may fail while the other still has something to say. */
  private both(part: Work): Promise<unknown> {
    return Promise.all([0, 1].map(() => this.followed(this.look(part).then(() => this.perhaps(part)))));
  }

  private async perhaps(part: Work): Promise<void> {
    if (this.roll(3) === 0) throw new Error('thrown on purpose');
    await this.look(part);
  }

  private async look(work: Work): Promise<void> {
    const rows = await work.send<{ supplier_id: string }>(
      `select supplier_id from catalog_supplier_item where $1::int = 1 ${this.mark}`,
      [1],
    );
    const seen = rows.map(({ supplier_id }) => supplier_id).join();
    if (seen !== this.actor.organisationId) this.wrong.push(`${this.actor.organisationId ?? ''} saw ${seen}`);
  }

  private get mark(): string {
    return `/* ${this.actor.organisationId ?? ''} */`;
  }

  private note(error: unknown): void {
    const { message } = error as Error;
    if (!OF_ITS_OWN.test(message)) this.wrong.push(message);
  }
}

it(`lets nobody who is late into the transaction of another, over ${effort.lateOperations} operations`, async () => {
  const roll = dice(effort.seed);
  const wrong: string[] = [];
  for (let done = 0; done < effort.lateOperations; done += 60) {
    const programs = Array.from({ length: 60 }, () => new Program(actors[roll(actors.length)] as Actor, roll));
    await Promise.all(programs.map((program) => program.run()));
    await Promise.all(programs.flatMap(({ running }) => running));
    wrong.push(...programs.flatMap((program) => program.wrong));
  }
  process.stdout.write(`late: ${watch.statements} statements, ${watch.strays.length} strays (seed ${effort.seed})\n`);
  expect(wrong).toEqual([]);
  expect(watch.strays).toEqual([]);
  await atRest(database);
  expect(watch.unended).toBe(0);
});

it('would notice: a statement on a connection that was given back', async () => {
  const pool = createPool(app.apiUrl, 1, () => undefined);
  const planted = new ConnectionWatch(pool);
  const client = await pool.connect();
  client.release();
  const [first] = actors as [Actor];
  await client.query(`select 1 /* ${first.organisationId ?? ''} */`);
  await client.query(`begin; set local app.org = '${newId()}'`);
  await client.query(`select 2 /* ${first.organisationId ?? ''} */`);
  expect(planted.strays).toHaveLength(2);
  expect(planted.unended).toBe(1);
  await client.query('rollback');
  await pool.end();
});

describe('documents of which one root fails', () => {
  const failing = `{ a: items(first: 1000) { totalCount } b: purchaseOrders(first: 5) { totalCount }
    c: supplierItems(first: 5) { nodes { id } totalCount } node(id: "none") { id } d: items(first: -1) { totalCount } }`;

  it('leave no transaction behind, on either way, however many actors ask at once', async () => {
    const asked = Array.from({ length: 240 }, (_, n) => actors[n % actors.length] as Actor);
    const answers = await Promise.all(
      asked.map(async (actor, n) =>
        n % 2 === 0 ? direct(app, actor, failing) : (await app.run(actor, failing)).errors?.length,
      ),
    );
    expect(new Set(answers.filter((_, n) => n % 2 === 0))).toEqual(new Set([null]));
    expect(answers.filter((_, n) => n % 2 === 1).every((errors) => Number(errors) > 0)).toBe(true);
    await atRest(app.database);
  });
});
