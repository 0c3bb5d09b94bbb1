import { parseArgs } from 'node:util';
import { corridorRequest, startCorridor, trustedDocuments } from './product/contenders/corridor.ts';
import { attacks } from './product/hostile/attacks.ts';
import { Caller } from './product/measure/http-load.ts';
import { quantile } from './product/measure/statistics.ts';
import { operations } from './product/operations/index.ts';
import { sizeAt } from './product/size.ts';
import { openStage, type Stage } from './product/stage/stage.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const CALLERS = 8;

/** The portals' reads, one after the other, as they are asked all day. */
async function usual(stage: Stage): Promise<() => Buffer> {
  const documents = await trustedDocuments();
  const reads = operations.filter(({ kind }) => kind === 'read');
  const asks = await Promise.all(
    reads.map(async ({ asks: begin, document }) => ({
      id: documents.get(document)?.id ?? '',
      ...(await begin(stage)),
    })),
  );
  let n = 0;
  return () => {
    const read = asks[n++ % asks.length];
    const ask = read?.next();
    if (!read || !ask) throw new Error('there is nothing to ask');
    return corridorRequest(read.id, ask);
  };
}

/** Sends that many requests a second, evenly, until it is over; tells of each answer when it is there. */
async function send(
  port: number,
  rate: number,
  isOver: () => boolean,
  next: () => Buffer,
  tell: (milliseconds: number, status: number) => void,
): Promise<void> {
  const began = performance.now();
  let sent = 0;
  const line = async (): Promise<void> => {
    let caller = await Caller.open(port);
    while (!isOver()) {
      const due = began + (sent++ * 1000) / rate;
      const wait = due - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      const since = performance.now();
      const status = await caller.send(next()).then(
        (reply) => reply.status,
        () => 0,
      );
      tell(performance.now() - since, status);
      // Whoever sends too much is hung up on.
      if (status === 0 || status === 413) {
        caller.close();
        caller = await Caller.open(port);
      }
    }
    caller.close();
  };
  await Promise.all(Array.from({ length: CALLERS }, line));
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rate: { type: 'string', default: '60' },
      hostile: { type: 'string', default: '20' },
      seconds: { type: 'string', default: '40' },
      scale: { type: 'string', default: '0.05' },
    },
  });
  const [rate, hostile, seconds] = [Number(values.rate), Number(values.hostile), Number(values.seconds)];
  const stage = await openStage(sizeAt(Number(values.scale)), say);
  const server = await startCorridor(stage);
  try {
    const next = await usual(stage);
    const round = async (): Promise<number[]> => {
      const times: number[] = [];
      const until = performance.now() + seconds * 1000;
      await send(
        server.port,
        rate,
        () => performance.now() > until,
        next,
        (time, status) => {
          if (status !== 200) throw new Error(`a usual request was answered with ${status}`);
          times.push(time);
        },
      );
      return times.sort((a, b) => a - b);
    };
    await round();
    const idle = await round();
    let isOver = false;
    let n = 0;
    const counts = attacks.map(() => ({ sent: 0, passed: 0, longest: 0 }));
    const attacking = Promise.all(
      attacks.map(({ request, isRefused }, place) =>
        send(
          server.port,
          hostile / attacks.length,
          () => isOver,
          () => request,
          (time, status) => {
            n++;
            const count = counts[place] as (typeof counts)[number];
            count.sent++;
            count.longest = Math.max(count.longest, time);
            if (isRefused ? status < 400 || status >= 500 : status >= 500 || status === 0) count.passed++;
          },
        ),
      ),
    );
    const meanwhile = await round();
    isOver = true;
    await attacking;
    attacks.forEach(({ name, isRefused }, place) => {
      const { sent, passed, longest } = counts[place] as (typeof counts)[number];
      say(
        `${name}: ${sent} sent, longest ${longest.toFixed(0)} ms, ${passed} ${isRefused ? 'not refused' : 'with a fault'}`,
      );
    });
    const [before, after] = [quantile(idle, 0.99), quantile(meanwhile, 0.99)];
    say(`usual requests, ${rate}/s: p50 ${quantile(idle, 0.5).toFixed(1)} ms, p99 ${before.toFixed(1)} ms idle`);
    say(
      `with ${(n / seconds).toFixed(0)} hostile requests a second: p50 ${quantile(meanwhile, 0.5).toFixed(1)} ms, p99 ${after.toFixed(1)} ms`,
    );
    verdict(
      counts.every(({ passed }) => passed === 0),
      'every hostile request refused with 4xx, or answered within the limits',
    );
    verdict(after < 2 * before, `p99 of usual requests under twice the idle one (${(after / before).toFixed(2)} x)`);
  } finally {
    await server.stop();
    await stage.close();
  }
}

const verdict = (isMet: boolean, goal: string): void => say(`${isMet ? 'met   ' : 'MISSED'} ${goal}`);

await main();
