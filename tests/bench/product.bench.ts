import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { startCorridor, trustedDocuments } from './product/contenders/corridor.ts';
import type { Contender } from './product/contenders/contender.ts';
import { startLimit } from './product/contenders/limit.ts';
import { peerRequest, startPeer } from './product/contenders/peer.ts';
import { bout, type Ring } from './product/measure/bout.ts';
import { rowOf, type Lane, type Row, type Runs } from './product/measure/compare.ts';
import { parentOf, residentMb } from './product/measure/process-cpu.ts';
import { operations } from './product/operations/index.ts';
import { readOptions, type Options } from './product/options.ts';
import { verdicts, type Findings } from './product/report/goals.ts';
import { rowsAsJson } from './product/report/json.ts';
import { summary, table } from './product/report/table.ts';
import { sizeAt } from './product/size.ts';
import { openStage, type Stage } from './product/stage/stage.ts';
import { measureStarts } from './product/start/starts.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const READS = new Set(operations.filter(({ kind }) => kind === 'read').map(({ name }) => name));
const ORDER: readonly Lane[] = ['corridor', 'limit', 'control', 'peer'];

/** The product against the hand-written limit and PostGraphile, on its own hot operations. */
async function main(options: Options): Promise<void> {
  const began = performance.now();
  const found = await compete(options);
  if (options.hasStart) say('\nmeasuring starts, fresh and warm');
  const starts = options.hasStart ? await measureStarts() : null;
  say(`\ngoals\n${verdicts({ ...found, starts })}`);
  say(`\ntook ${((performance.now() - began) / 60_000).toFixed(1)} minutes`);
}

async function compete(options: Options): Promise<Findings> {
  const stage = await openStage(sizeAt(options.scale), say);
  const contenders: Contender[] = [];
  try {
    contenders.push(await startCorridor(stage), await startLimit(stage));
    if (options.hasPeer) contenders.push(await startPeer(stage, say));
    const rows = await measure(stage, contenders, options);
    report(rows, contenders, options);
    if (options.json) writeFileSync(options.json, rowsAsJson(rows));
    return { rows, reads: READS, memoryMb: residentMb(contenders[0]?.pid ?? 0), starts: null };
  } finally {
    for (const contender of contenders) await contender.stop();
    await stage.close();
  }
}

async function measure(stage: Stage, contenders: readonly Contender[], options: Options): Promise<Row[]> {
  const [backend] = await stage.query<{ pid: number }>('select pg_backend_pid() as pid');
  const ring: Ring = {
    stage,
    contenders,
    documents: await trustedDocuments(),
    postmaster: parentOf(backend?.pid ?? 0),
    callers: options.callers,
    seconds: options.seconds,
    rounds: options.runs,
    peerRequest,
  };
  const rows: Row[] = [];
  const wanted = operations.filter(({ name }) => options.only.length === 0 || options.only.includes(name));
  for (const [place, operation] of wanted.entries()) {
    say(`measuring ${operation.name} (${place + 1} of ${wanted.length})`);
    const runs = await bout(ring, operation).catch((error: Error) => failed(operation.name, error));
    rows.push(...ORDER.filter((lane) => runs.has(lane)).map((lane) => rowOf(operation.name, lane, runs)));
  }
  return rows;
}

/** The others are measured all the same; the run ends as failed. */
function failed(operation: string, { message }: Error): Runs {
  say(`FAILED ${operation}: ${message}`);
  process.exitCode = 1;
  return new Map();
}

function report(rows: readonly Row[], contenders: readonly Contender[], options: Options): void {
  say('');
  say(
    `${cpus()[0]?.model ?? ''} x ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
  );
  say(
    `scale ${options.scale}, ${options.callers} callers, ${options.runs} runs of ${options.seconds} s each, in shuffled order\n`,
  );
  say(table(rows));
  say('');
  for (const [title, some] of [
    ['reads', rows.filter(({ operation }) => READS.has(operation))],
    ['writes', rows.filter(({ operation }) => !READS.has(operation))],
  ] as const)
    if (some.length > 0) say(summary(title, some));
  for (const { name, pid } of contenders) say(`memory of ${name}: ${residentMb(pid).toFixed(0)} MB`);
}

await main(readOptions(process.argv.slice(2)));
