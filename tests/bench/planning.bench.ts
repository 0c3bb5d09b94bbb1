import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { entities, listening } from '../../server/src/app/modules.ts';
import { startOfWeek, todayIn } from '../../server/src/kernel/calendar-date.ts';
import { systemClock } from '../../server/src/kernel/clock.ts';
import { planRequirements } from '../../server/src/modules/planning/mrp/mrp-kernel.calc.ts';
import { mrpRuns, type RunKind } from '../../server/src/modules/planning/mrp/mrp-run.service.ts';
import { systemActor } from '../../server/src/platform/access/actor.ts';
import { projectFolder } from '../../server/src/platform/project-folder.ts';
import { Database } from '../../server/src/platform/db/database.ts';
import { startEmbeddedPostgres } from '../../server/src/platform/db/embedded/embedded-postgres.ts';
import { migrate } from '../../server/src/platform/db/migrate.ts';
import { createPool } from '../../server/src/platform/db/pool.ts';
import { allowServiceRoles, roleUrl } from '../../server/src/platform/db/roles.ts';
import { kernelInput } from './planning/kernel-input.ts';
import { lightQueries } from './planning/light-queries.ts';
import { seedReplenishment } from './planning/replenishment-seed.ts';
import { measureReplenishment } from './planning/replenishment.ts';
import { seedPlanning } from './planning/seed.ts';
import { makeStructure } from './planning/structure.ts';

const SECRET = 'mQ7tB2vXk9LpR4sWc6YhZ1nDfG8jA3eU';
const NAME = 'bench_planning';
const WEEKS = 52;
const GOAL = { mrpKernel: 15e6, mrpRun: 1e6 } as const;
const actor = systemActor('bench');

const isQuick = process.argv.includes('--quick');
const [items, lines] = isQuick ? [10_000, 30_000] : [100_000, 300_000];
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
const memoryMb = (): number => Math.round(process.memoryUsage.rss() / 1e6);

/**
 * One measured operation. The ratio is what was reached over the goal, so that 1 and more is good; of replenishment it is
 * its speed over that of the bare statement (goal: 0.8), and its item-buckets are agreement lines.
 */
interface Row {
  readonly operation: 'mrpKernel' | 'mrpRun' | 'mrpNetChange' | 'replenishmentRun';
  readonly itemBucketsPerSecond: number;
  readonly seconds: number;
  readonly peakMemoryMb: number;
  readonly ratioToLimit: number;
}
const rows: Row[] = [];

function report(
  operation: Row['operation'],
  seconds: number,
  ratioToLimit: (rate: number) => number,
  cells = items * WEEKS,
) {
  const rate = cells / seconds;
  rows.push({
    operation,
    itemBucketsPerSecond: Math.round(rate),
    seconds,
    peakMemoryMb: memoryMb(),
    ratioToLimit: ratioToLimit(rate),
  });
  say(
    `${operation}: ${seconds.toFixed(3)} s, ${(rate / 1e6).toFixed(2)} M item-buckets/s, ${memoryMb()} MB, ratio ${ratioToLimit(rate).toFixed(2)}`,
  );
}

/** The kernel alone, on this thread and on the clock; its processor time is told beside: others may use the machine. */
function measureKernel(): void {
  const input = kernelInput(makeStructure(items, lines), WEEKS);
  const times = Array.from({ length: 9 }, () => {
    const before = process.cpuUsage();
    const began = performance.now();
    const { orders } = planRequirements(input);
    const wall = performance.now() - began;
    const { user } = process.cpuUsage(before);
    return { wall, user: user / 1000, orders: orders.count };
  }).slice(2);
  const user = median(times.map((time) => time.user));
  const wall = median(times.map((time) => time.wall));
  say(
    `kernel: ${times[0]?.orders} orders; ${wall.toFixed(0)} ms on the clock, ${user.toFixed(0)} ms of processor time`,
  );
  report('mrpKernel', wall / 1000, (rate) => rate / GOAL.mrpKernel);
}

async function timed(database: Database, kind: RunKind): Promise<{ seconds: number; itemCount: number }> {
  const began = performance.now();
  const summary = await mrpRuns.run(database, actor, { kind });
  const seconds = (performance.now() - began) / 1000;
  say(`${kind}: ${seconds.toFixed(2)} s, ${JSON.stringify(summary)}`);
  return { seconds, itemCount: summary.itemCount };
}

async function measureRuns(database: Database, client: pg.Client): Promise<void> {
  await client.query('delete from planning_changed_item');
  const idle = await lightQueries(database, async () => new Promise((resolve) => setTimeout(resolve, 3000)));
  let whole = 0;
  const busy = await lightQueries(database, async () => void (whole = (await timed(database, 'REGENERATIVE')).seconds));
  say(
    `a light query: p99 ${idle.toFixed(1)} ms idle, ${busy.toFixed(1)} ms during the run: ${(busy / idle).toFixed(1)} times`,
  );
  await client.query('truncate planning_planned_order, planning_message, planning_run');
  whole = (await timed(database, 'REGENERATIVE')).seconds;
  report('mrpRun', whole, (rate) => rate / GOAL.mrpRun);
  await client.query('vacuum analyze');
  await timed(database, 'REGENERATIVE');
  const nets: { seconds: number; itemCount: number }[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    await client.query(
      `with changed as (update inventory_stock_balance set on_hand = on_hand + 1
        where item_id in (select key(5, (n * 100 + $1) % $2) from generate_series(0, $2 / 100 - 1) n) returning item_id, site_id)
      insert into planning_changed_item (item_id, site_id) select item_id, site_id from changed`,
      [turn * 7, items],
    );
    nets.push(await timed(database, 'NET_CHANGE'));
  }
  const seconds = median(nets.map((net) => net.seconds));
  report('mrpNetChange', seconds, () => whole / 10 / seconds, (nets[0]?.itemCount ?? 0) * WEEKS);
  await seedReplenishment(client, items);
  const replenishment = await measureReplenishment(database, client, say);
  report('replenishmentRun', replenishment.seconds, () => replenishment.ratio, replenishment.lines);
}

async function freshDatabase(serverUrl: string): Promise<string> {
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(`drop database if exists ${NAME} with (force)`);
  await server.query(`create database ${NAME}`);
  await server.end();
  const url = new URL(serverUrl);
  url.pathname = `/${NAME}`;
  await migrate(url.href);
  await allowServiceRoles(url.href, SECRET);
  return url.href;
}

/** Plans 100 000 items over a year: the kernel alone, the whole run, and the net change of one item in a hundred. */
async function main(): Promise<void> {
  measureKernel();
  const postgres = await startEmbeddedPostgres({
    dataDir: join(projectFolder, '.data', 'bench'),
    log: () => undefined,
  });
  try {
    const owner = await freshDatabase(postgres.ownerUrl);
    const client = new pg.Client({ connectionString: owner });
    await client.connect();
    await seedPlanning(client, makeStructure(items, lines), WEEKS, startOfWeek(todayIn('UTC', systemClock)));
    const pool = createPool(roleUrl(owner, 'corridor_api', SECRET), 4, say);
    const database = Database.open(pool, entities, systemClock, listening);
    await measureRuns(database, client).finally(() => Promise.all([database.close(), client.end()]));
  } finally {
    await postgres.stop();
  }
  const file = process.argv[process.argv.indexOf('--json') + 1];
  if (process.argv.includes('--json') && file) writeFileSync(file, `${JSON.stringify(rows, null, 2)}\n`);
}

await main();
