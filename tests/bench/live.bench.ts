import { parseArgs } from 'node:util';
import { corridorRequest, startCorridor, trustedDocuments } from './product/contenders/corridor.ts';
import { followers, type Followers } from './product/live/followers.ts';
import { changes } from './product/live/changes.ts';
import { residentMb } from './product/measure/process-cpu.ts';
import { quantile } from './product/measure/statistics.ts';
import { sizeAt } from './product/size.ts';
import { openStage } from './product/stage/stage.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A socket that reads nothing is closed after two missed heartbeats of 12 s: at most three of them after it stopped. */
const SLOW_IS_DROPPED_MS = 40_000;
const SLOW = 5;

/** Portals that follow stock while it changes: how soon they hear of it, and what it costs. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      portals: { type: 'string', default: '500' },
      rate: { type: 'string', default: '100' },
      seconds: { type: 'string', default: '30' },
      scale: { type: 'string', default: '0.05' },
    },
  });
  const [portals, rate, seconds] = [Number(values.portals), Number(values.rate), Number(values.seconds)];
  const stage = await openStage(sizeAt(Number(values.scale)), say);
  const server = await startCorridor(stage);
  const documents = await trustedDocuments();
  const idOf = (name: string): string => documents.get(name)?.id ?? '';
  try {
    const all = await followers(server.port, idOf('LiveChanges'), portals, stage.size.suppliers);
    const slow = all.pause(SLOW);
    const before = residentMb(server.pid);
    say(`${portals} portals follow, ${SLOW} of them read nothing; ${rate} changes a second for ${seconds} s`);
    const next = await changes(stage);
    const sent = await all.during(rate, seconds, server.port, () =>
      corridorRequest(idOf('AdminStockTransfer'), next()),
    );
    await wait(2000);
    const p99 = report(all, sent, seconds);
    const after = residentMb(server.pid);
    say(`memory of the server: ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after`);
    await wait(Math.max(0, SLOW_IS_DROPPED_MS - seconds * 1000));
    all.resume(slow);
    await wait(1000);
    const gone = slow.filter((one) => all.isDropped(one)).length;
    const others = all.droppedOthers(slow);
    say(`slow readers dropped: ${gone} of ${slow.length}; others dropped: ${others}`);
    all.close();
    verdict(sent >= rate * seconds * 0.99, `${rate} changes a second taken (${(sent / seconds).toFixed(0)})`);
    verdict(p99 < 1000, `delivery under a second at p99 (${p99.toFixed(0)} ms)`);
    verdict(after - before < 100, `memory bounded: ${(after - before).toFixed(0)} MB more (goal < 100)`);
    verdict(gone === slow.length && others === 0, 'slow readers dropped, and nobody else');
  } finally {
    await server.stop();
    await stage.close();
  }
}

const verdict = (isMet: boolean, goal: string): void => say(`${isMet ? 'met   ' : 'MISSED'} ${goal}`);

/** @returns the delay of the slowest hundredth */
function report(all: Followers, sent: number, seconds: number): number {
  const delays = all.delays();
  say(`${sent} changes (${(sent / seconds).toFixed(0)}/s) made ${delays.length} deliveries`);
  const p99 = quantile(delays, 0.99);
  say(
    `delivery p50 ${quantile(delays, 0.5).toFixed(0)} ms, p99 ${p99.toFixed(0)} ms, longest ${(delays.at(-1) ?? 0).toFixed(0)} ms`,
  );
  return p99;
}

await main();
