import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { corridorRequest, startCorridor, trustedDocuments } from './product/contenders/corridor.ts';
import { bars, verdict } from './product/growth/plot.ts';
import { svg, type Curve } from './product/growth/svg.ts';
import { Caller } from './product/measure/http-load.ts';
import { quantile } from './product/measure/statistics.ts';
import { operations } from './product/operations/index.ts';
import type { Operation } from './product/operations/operation.ts';
import { sizeOfRows } from './product/size.ts';
import { openStage, type Stage } from './product/stage/stage.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const ASKED = 150;
const reads = operations.filter(({ kind }) => kind === 'read');

/** The median answer of each page while the tables behind it grow a hundredfold. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { rows: { type: 'string', default: '10000,100000,1000000' }, svg: { type: 'string' } },
  });
  const rows = values.rows.split(',').map(Number);
  const medians = new Map<string, number[]>(reads.map(({ name }) => [name, []]));
  for (const count of rows) for (const [name, median] of await measure(count)) medians.get(name)?.push(median);
  const curves = [...medians].map(([name, all]): Curve => ({ name, rows, medians: all }));
  for (const curve of curves) say(bars(curve));
  say(`\n${verdict(curves)}`);
  if (values.svg) writeFileSync(values.svg, svg(curves));
}

async function measure(rows: number): Promise<[string, number][]> {
  say(`${rows} rows`);
  const stage = await openStage(sizeOfRows(rows), say);
  const server = await startCorridor(stage);
  try {
    const documents = await trustedDocuments();
    const caller = await Caller.open(server.port);
    const found: [string, number][] = [];
    for (const operation of reads) {
      const id = documents.get(operation.document)?.id ?? '';
      found.push([operation.name, await medianOf(operation, id, stage, caller)]);
    }
    caller.close();
    return found;
  } finally {
    await server.stop();
    await stage.close();
  }
}

/** In milliseconds, one question at a time; the first half warms connections and plans. */
async function medianOf(operation: Operation, documentId: string, stage: Stage, caller: Caller): Promise<number> {
  const { next } = await operation.asks(stage);
  const times: number[] = [];
  for (let n = 0; n < ASKED * 2; n++) {
    const ask = next();
    if (!ask) break;
    const request = corridorRequest(documentId, ask);
    const began = performance.now();
    const { status, body } = await caller.send(request);
    if (status !== 200) throw new Error(`${operation.name}: ${status} ${body.toString()}`);
    if (n >= ASKED) times.push(performance.now() - began);
  }
  return quantile(
    times.sort((a, b) => a - b),
    0.5,
  );
}

await main();
