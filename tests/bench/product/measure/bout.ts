import { isDeepStrictEqual } from 'node:util';
import { corridorRequest } from '../contenders/corridor.ts';
import type { Ask, Contender } from '../contenders/contender.ts';
import { limitRequest } from '../contenders/limit.ts';
import type { Operation } from '../operations/operation.ts';
import type { Stage } from '../stage/stage.ts';
import { alternate, type Lane, type Run, type Runs } from './compare.ts';
import { Caller, runSlice, type Load, type Reply } from './http-load.ts';
import { cpuOf } from './process-cpu.ts';

export interface Ring {
  readonly stage: Stage;
  readonly contenders: readonly Contender[];
  readonly documents: ReadonlyMap<string, { readonly id: string }>;
  readonly postmaster: number;
  readonly callers: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly peerRequest: (operation: Operation, ask: Ask) => Buffer;
}

/** Who takes part in a bout, and with what. */
interface Course {
  readonly lanes: readonly Lane[];
  readonly requestFor: (lane: Lane, ask: Ask) => Buffer;
  readonly next: () => Ask | null;
}

/** Every connection has to plan its statement before anything is timed, however slow the machine. */
const WARM_UP = { seconds: 0.7, atLeast: 160 };
/** A slice with fewer answers says nothing. */
const LEAST_ANSWERS = 96;
const COMPARED = 25;

/** Measures one operation on every contender that offers it. @throws Error when answers differ or a request fails. */
export async function bout(ring: Ring, operation: Operation): Promise<Runs> {
  const documentId = ring.documents.get(operation.document)?.id;
  if (!documentId) throw new Error(`no trusted document ${operation.document}`);
  const asks = await operation.asks(ring.stage);
  const requestFor = (lane: Lane, ask: Ask): Buffer => {
    if (lane === 'corridor') return corridorRequest(documentId, ask);
    return lane === 'peer' ? ring.peerRequest(operation, ask) : limitRequest(operation.name, ask);
  };
  const lanes = lanesOf(ring, operation);
  await asks.refill?.();
  const course = { lanes, requestFor, next: asks.next };
  await (operation.kind === 'read' ? compareAnswers : compareEffects)(ring, operation, course);
  const run = async (lane: Lane, lasting: Omit<Load, 'callers'>): Promise<Run> => {
    const contender = contenderOf(ring, lane);
    const bytes = (ask: Ask): Buffer => requestFor(lane, ask);
    await asks.refill?.();
    const requests = operation.kind === 'read' ? preparedOf(asks.next, bytes) : fresh(asks.next, bytes);
    const before = cpuOf(contender.pid, ring.postmaster);
    const slice = await runSlice(contender.port, { callers: ring.callers, ...lasting }, requests, isGood);
    const after = cpuOf(contender.pid, ring.postmaster);
    if (slice.failures > 0)
      throw new Error(
        `${operation.name}, ${lane}: ${slice.failures} of ${slice.requests} failed, first ${slice.firstFailure}`,
      );
    return { ...slice, serverMs: after.server - before.server, databaseMs: after.database - before.database };
  };
  for (const lane of lanes) await run(lane, WARM_UP);
  const lasting = { seconds: ring.seconds, atLeast: LEAST_ANSWERS };
  return alternate(lanes, ring.rounds, (lane) => run(lane, lasting));
}

function lanesOf({ contenders }: Ring, operation: Operation): Lane[] {
  const answers = (name: string): boolean =>
    name === 'corridor' || (name === 'peer' ? operation.peer !== undefined : operation.hasLimit !== false);
  const offered = contenders.map(({ name }) => name).filter(answers);
  return offered.includes('limit') ? [...offered, 'control'] : offered;
}

function contenderOf({ contenders }: Ring, lane: Lane): Contender {
  const found = contenders.find(({ name }) => name === (lane === 'control' ? 'limit' : lane));
  if (!found) throw new Error(`no ${lane}`);
  return found;
}

const NO_ERRORS = Buffer.from('"errors":');
const REFUSALS = Buffer.from('"userErrors":[{');
const isGood = ({ status, body }: Reply): boolean =>
  status === 200 && !body.includes(NO_ERRORS) && !body.includes(REFUSALS);

/** Reads are written to bytes once: the client must not be what is measured. */
function preparedOf(next: () => Ask | null, bytes: (ask: Ask) => Buffer): () => Buffer | null {
  const MOST = 500;
  const requests: Buffer[] = [];
  for (let ask = next(); ask && requests.length < MOST; ask = next()) requests.push(bytes(ask));
  let place = 0;
  return () => requests[place++ % requests.length] ?? null;
}

const fresh = (next: () => Ask | null, bytes: (ask: Ask) => Buffer) => (): Buffer | null => {
  const ask = next();
  return ask && bytes(ask);
};

/** The same questions to everybody: the limit must answer as we do, the peer must know the same facts. */
async function compareAnswers(ring: Ring, operation: Operation, { lanes, requestFor, next }: Course): Promise<void> {
  for (let n = 0; n < COMPARED; n++) {
    const ask = next();
    if (!ask) return;
    const ours = await dataOf(ring, 'corridor', requestFor('corridor', ask));
    if (lanes.includes('limit'))
      mustEqual(operation, 'limit', ask, ours, await dataOf(ring, 'limit', requestFor('limit', ask)));
    const { ourFacts, facts } = operation.peer ?? {};
    if (!lanes.includes('peer') || !ourFacts || !facts) continue;
    const theirs = await dataOf(ring, 'peer', requestFor('peer', ask));
    mustEqual(operation, 'peer', ask, ourFacts(ours as never), factsOf(facts, theirs));
  }
}

function factsOf(facts: (data: never) => unknown, answer: unknown): unknown {
  try {
    return facts(answer as never);
  } catch {
    return answer;
  }
}

/** Everybody does another one of the same kind, and must leave the same behind. */
async function compareEffects(ring: Ring, operation: Operation, { lanes, requestFor, next }: Course): Promise<void> {
  const { left } = operation;
  if (!left) return;
  const done = async (lane: Lane): Promise<unknown> => {
    const ask = next();
    if (!ask) throw new Error(`${operation.name}: nothing to compare`);
    const answer = await dataOf(ring, lane, requestFor(lane, ask));
    const effect = await left(ring.stage, ask);
    return Array.isArray(effect) && effect.length === 0 ? answer : effect;
  };
  const ours = await done('corridor');
  for (const lane of lanes.filter((one) => one === 'limit' || one === 'peer'))
    mustEqual(operation, lane, null, ours, await done(lane));
}

async function dataOf(ring: Ring, lane: Lane, request: Buffer): Promise<unknown> {
  const caller = await Caller.open(contenderOf(ring, lane).port);
  const { body } = await caller.send(request);
  caller.close();
  const text = body.toString();
  try {
    return (JSON.parse(text) as { data?: unknown }).data ?? text;
  } catch {
    return text;
  }
}

function mustEqual(operation: Operation, lane: Lane, ask: Ask | null, ours: unknown, theirs: unknown): void {
  if (isDeepStrictEqual(ours, theirs)) return;
  throw new Error(
    `${operation.name}: ${lane} answers ${JSON.stringify(ask)} differently\nours:   ${JSON.stringify(ours).slice(0, 3000)}\ntheirs: ${JSON.stringify(theirs).slice(0, 3000)}`,
  );
}
