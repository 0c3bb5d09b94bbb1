import { parseArgs } from 'node:util';
import { corridorRequest, startCorridor, trustedDocuments } from './product/contenders/corridor.ts';
import { Caller } from './product/measure/http-load.ts';
import { quantile } from './product/measure/statistics.ts';
import { operations } from './product/operations/index.ts';
import { sizeAt } from './product/size.ts';
import { openStage } from './product/stage/stage.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
/** Rows of stock and of purchase lines at scale 1. */
const ROWS = 400_000;
const ASKED = 150;
const BAR = 40;

type Costs = Map<string, number[]>;

/** The median answer of each page while the tables behind it grow a hundredfold. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { rows: { type: 'string', default: '10000,100000,1000000' } } });
  const rows = values.rows.split(',').map(Number);
  const costs: Costs = new Map();
  for (const count of rows) await measure(count, costs);
  for (const [name, medians] of costs) plot(name, rows, medians);
}

async function measure(rows: number, costs: Costs): Promise<void> {
  say(`${rows} rows`);
  const stage = await openStage(sizeAt(rows / ROWS), say);
  const server = await startCorridor(stage);
  try {
    const documents = await trustedDocuments();
    const caller = await Caller.open(server.port);
    for (const operation of operations.filter(({ kind }) => kind === 'read')) {
      const next = await operation.asks(stage);
      const times: number[] = [];
      for (let n = 0; n < ASKED * 2; n++) {
        const ask = next();
        if (!ask) break;
        const request = corridorRequest(documents.get(operation.document)?.id ?? '', ask);
        const began = performance.now();
        const { status, body } = await caller.send(request);
        if (status !== 200) throw new Error(`${operation.name}: ${status} ${body.toString()}`);
        // The first half warms connections and plans.
        if (n >= ASKED) times.push(performance.now() - began);
      }
      costs.set(operation.name, [
        ...(costs.get(operation.name) ?? []),
        quantile(
          times.sort((a, b) => a - b),
          0.5,
        ),
      ]);
    }
    caller.close();
  } finally {
    await server.stop();
    await stage.close();
  }
}

/** A bar for each size, and how cost follows rows: 0 is flat, 1 is in proportion. */
function plot(name: string, rows: readonly number[], medians: readonly number[]): void {
  const most = Math.max(...medians);
  const [first = 1, last = 1] = [medians[0], medians.at(-1)];
  const exponent = Math.log(last / first) / Math.log((rows.at(-1) ?? 1) / (rows[0] ?? 1));
  say(`\n${name}: grows with rows^${exponent.toFixed(2)}`);
  medians.forEach((median, n) =>
    say(
      `  ${String(rows[n]).padStart(9)} ${'#'.repeat(Math.max(1, Math.round((median / most) * BAR))).padEnd(BAR)} ${median.toFixed(2)} ms`,
    ),
  );
}

await main();
