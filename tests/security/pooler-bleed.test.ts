import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRuntime, type Runtime } from '../../server/src/app/runtime.ts';
import type { Actor } from '../../server/src/platform/access/actor.ts';
import { loadConfig } from '../../server/src/platform/config.ts';
import { createLog } from '../../server/src/platform/log.ts';
import { TestApp } from '../support/app.ts';
import { effort } from '../support/effort.ts';
import { bleeding, rivals, touched } from './support/bleed.ts';
import { startPooler, type Pooler } from './support/pooler.ts';

// The product as an operator runs it behind PgBouncer in transaction mode, whose few connections all actors share.
const CONNECTIONS = 5;

let app: TestApp;
let actors: Actor[];
let pooler: Pooler;
let runtime: Runtime;

beforeAll(async () => {
  app = await TestApp.start();
  actors = await rivals(app);
  pooler = await startPooler(app.apiUrl, CONNECTIONS);
  const config = loadConfig({
    DATABASE_URL: app.owner.ownerUrl,
    DATABASE_API_URL: app.apiUrl,
    DATABASE_POOL_URL: pooler.url,
    CORRIDOR_SECRET: 'pooler tests: Aq9x7Lm2Vn4Rt8Zb3Kd6',
    LOG_LEVEL: 'error',
  });
  runtime = await createRuntime(config, createLog('error'));
});
afterAll(async () => {
  await runtime.stop();
  await pooler.close();
  await app.close();
});

it(`keeps actors apart over ${effort.poolerOperations} operations through PgBouncer`, async () => {
  const leaks = await bleeding(runtime.database, actors, effort.poolerOperations);
  process.stdout.write(`PgBouncer: ${effort.poolerOperations} operations, ${leaks.length} leaks\n`);
  expect(leaks).toEqual([]);
  expect(await touched(app)).toBe(0);
  const [pids] = await app.owner.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity where datname = current_database() and usename = 'corridor_api' and application_name = 'corridor'`,
  );
  // The test's own connections go past PgBouncer.
  expect(pids?.count).toBeLessThanOrEqual(CONNECTIONS + app.database.pool.totalCount);
}, 3_600_000);

it('hears of changes past the pooler', async () => {
  const [supplier] = actors as [Actor];
  const heard = runtime.wakeUps.follow(supplier, new Set(['ORDER']));
  const next = heard.next();
  const subject = { subjectType: 'Thing', subjectId: supplier.organisationId ?? '' };
  await runtime.database.transact(supplier, (work) => {
    const parties = { supplierId: supplier.organisationId, customerId: null };
    work.record({ ...subject, ...parties, topic: 'ORDER', name: 'probe.thing.changed' });
    return Promise.resolve();
  });
  expect((await next).value).toMatchObject({ topic: 'ORDER', supplierId: supplier.organisationId });
  await heard.return?.();
});
