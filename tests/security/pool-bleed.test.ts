import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../server/src/platform/access/actor.ts';
import { TestApp } from '../support/app.ts';
import { effort } from '../support/effort.ts';
import { bleeding, differs, rivals, touched } from './support/bleed.ts';

let app: TestApp;
let actors: Actor[];

beforeAll(async () => {
  app = await TestApp.start();
  actors = await rivals(app);
});
afterAll(() => app.close());

it(`keeps actors apart over ${effort.bleedOperations} interleaved operations`, async () => {
  const leaks = await bleeding(app.database, actors, effort.bleedOperations);
  process.stdout.write(`pool: ${effort.bleedOperations} operations, ${leaks.length} leaks\n`);
  expect(leaks).toEqual([]);
  expect(await touched(app)).toBe(0);
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
