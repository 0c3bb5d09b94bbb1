import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { nobody, systemActor, type Actor } from '../../server/src/platform/access/actor.ts';
import { TestApp } from '../support/app.ts';
import { effort } from '../support/effort.ts';
import { anItem, aSupplierItem } from '../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../support/factories/identity.ts';

const SUPPLIERS = 12;
const AT_ONCE = 64;

let app: TestApp;
let actors: Actor[];

beforeAll(async () => {
  app = await TestApp.start();
  await anOrganisation(app, 'company');
  const item = await anItem(app);
  actors = [];
  for (let n = 0; n < SUPPLIERS; n++) {
    const supplier = await anOrganisation(app, 'supplier');
    await aSupplierItem(app, supplier.id, item.id);
    actors.push(await anActor(app, supplier, 'SUPPLIER_ADMIN'));
  }
});
afterAll(() => app.close());

/** Whose terms somebody sees; through rows alone, with no condition of ours on the party. */
const seen = (actor: Actor, mode: 'read' | 'write') =>
  app.database.transact(
    actor,
    async (work) => {
      const { rows } = await sql<{ supplier_id: string }>`select supplier_id from catalog_supplier_item`.execute(
        work.sql,
      );
      return rows.map(({ supplier_id }) => supplier_id);
    },
    mode,
  );

class Undone extends Error {}

/** One operation of somebody: a read, a write, one that fails half way, one of nobody, one of the system. */
async function operate(n: number): Promise<string | null> {
  const actor = actors[n % actors.length] as Actor;
  const own = [actor.organisationId];
  const kind = n % 11;
  if (kind === 7) return differs(await seen(nobody(), 'read'), []);
  if (kind === 8)
    return (await seen(systemActor('bleed'), 'read')).length === SUPPLIERS ? null : 'the system sees less';
  if (kind === 9) {
    const failing = app.database.transact(actor, async (work) => {
      await sql`select 1 / 0`.execute(work.sql);
    });
    return failing.then(
      () => 'a failure was swallowed',
      () => null,
    );
  }
  if (kind === 10) {
    const undone = app.database.transact(actor, async (work) => {
      await sql`update catalog_supplier_item set supplier_sku = ${String(n)}`.execute(work.sql);
      throw new Undone();
    });
    return undone.then(
      () => 'it was not undone',
      () => null,
    );
  }
  return differs(await seen(actor, kind < 4 ? 'read' : 'write'), own);
}

const differs = (found: readonly (string | null)[], wanted: readonly (string | null)[]): string | null =>
  found.join() === wanted.join() ? null : `${found.join()} instead of ${wanted.join()}`;

it(`keeps actors apart over ${effort.bleedOperations} interleaved operations`, async () => {
  const leaks: string[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < effort.bleedOperations) {
      const leak = await operate(next++);
      if (leak) leaks.push(leak);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  process.stdout.write(`pool: ${next} operations, ${leaks.length} leaks\n`);
  expect(leaks).toEqual([]);
  const [touched] = await app.owner.query<{ count: string }>(
    `select count(*) from catalog_supplier_item where supplier_sku <> ''`,
  );
  expect(touched?.count).toBe('0');
}, 3_600_000);

it('leaves nobody behind on a connection', async () => {
  const client = await app.database.pool.connect();
  const { rows } = await client.query(
    `select coalesce(nullif(current_setting('app.org', true), ''), 'nobody') as org, app_audience() as audience, (select count(*)::int from catalog_supplier_item) as seen`,
  );
  client.release();
  expect(rows).toEqual([{ org: 'nobody', audience: 'NOBODY', seen: 0 }]);
});

it('would notice: a setting that outlives its transaction is a leak', async () => {
  const [first, second] = actors as [Actor, Actor];
  const client = await app.database.pool.connect();
  await client.query(`set app.audience = 'SUPPLIER'; set app.org = '${first.organisationId ?? ''}'`);
  const { rows } = await client.query<{ supplier_id: string }>('select supplier_id from catalog_supplier_item');
  await client.query('reset app.audience; reset app.org');
  client.release();
  expect(
    differs(
      rows.map(({ supplier_id }) => supplier_id),
      [second.organisationId],
    ),
  ).not.toBeNull();
});
