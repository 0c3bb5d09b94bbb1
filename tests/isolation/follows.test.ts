import { parse, subscribe, type ExecutionResult } from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newId } from '../../server/src/kernel/id.ts';
import { nobody, type Actor } from '../../server/src/platform/access/actor.ts';
import { TOPICS, type Topic } from '../../server/src/platform/events/event.ts';
import type { LiveContext } from '../../server/src/platform/events/live.resolver.ts';
import { Listener } from '../../server/src/platform/events/listener.ts';
import { WakeUps } from '../../server/src/platform/events/wake-up.ts';
import { EVERYBODY, readerOf } from '../../server/src/platform/graphql/audience.ts';
import { Context } from '../../server/src/platform/graphql/context.ts';
import { schemas, TestApp } from '../support/app.ts';
import { anActor, anOrganisation } from '../support/factories/identity.ts';

type Told = ExecutionResult<{ liveChange: { topic: Topic; subjects: string[] } }>;

let app: TestApp;
let connection: Listener;
let wakeUps: WakeUps;
let staff: Actor;
let outsiders: Actor[];

beforeAll(async () => {
  app = await TestApp.start();
  connection = new Listener(app.apiUrl, () => undefined);
  wakeUps = new WakeUps(connection);
  await connection.open();
  staff = await anActor(app, await anOrganisation(app, 'company'), 'ADMIN');
  outsiders = [];
  for (const [side, role] of [
    ['supplier', 'SUPPLIER_ADMIN'],
    ['supplier', 'SUPPLIER_ADMIN'],
    ['customer', 'CUSTOMER_ADMIN'],
    ['customer', 'CUSTOMER_ADMIN'],
  ] as const)
    outsiders.push(await anActor(app, await anOrganisation(app, side), role));
});
afterAll(async () => {
  wakeUps.close();
  await connection.close();
  await app.close();
});

async function followed(actor: Actor, document: string): Promise<AsyncIterable<Told> | Told> {
  const schema = schemas.of(readerOf(actor));
  const context = new Context(actor, app.database, app.clock, app.response);
  const live = Object.assign(context, { wakeUps, isSignedIn: () => Promise.resolve(true) }) as LiveContext;
  return (await subscribe({ schema, document: parse(document), contextValue: live })) as AsyncIterable<Told> | Told;
}

/** Everything an actor hears, by the key of what changed. */
async function listener(actor: Actor): Promise<Set<string>> {
  const document = `subscription { liveChange(topics: [${TOPICS.join(' ')}]) { topic subjects } }`;
  const told = await followed(actor, document);
  if (!(Symbol.asyncIterator in told)) throw new Error('nobody follows');
  const heard = new Set<string>();
  const listen = async (): Promise<void> => {
    for await (const { data } of told) for (const subject of data?.liveChange.subjects ?? []) heard.add(subject);
  };
  void listen();
  return heard;
}

interface Change {
  readonly subjectId: string;
  readonly topic: Topic;
  readonly supplierId: string | null;
  readonly customerId: string | null;
}

/** One change on every topic for every choice of parties: nobody's, a supplier's, a customer's, and of both. */
function changes(): Change[] {
  const of = (audience: string) => [null, ...outsiders.filter((one) => one.audience === audience)];
  return TOPICS.flatMap((topic) =>
    of('SUPPLIER').flatMap((supplier) =>
      of('CUSTOMER').map((customer) => ({
        subjectId: newId(),
        topic,
        supplierId: supplier?.organisationId ?? null,
        customerId: customer?.organisationId ?? null,
      })),
    ),
  );
}

async function until(isSo: () => boolean): Promise<void> {
  for (const since = Date.now(); !isSo(); await new Promise((resolve) => setTimeout(resolve, 10)))
    if (Date.now() - since > 10_000) throw new Error('it did not come to be so within ten seconds');
}

it('there is one subscription, and this is it', () => {
  for (const reader of EVERYBODY)
    for (const name of Object.keys(schemas.of(reader).getSubscriptionType()?.getFields() ?? {}))
      expect(name).toBe('liveChange');
});

it('whoever follows hears of what concerns him, on every topic, and of nothing else', async () => {
  const everybody = [staff, ...outsiders];
  const ears = await Promise.all(everybody.map(listener));
  await until(() => wakeUps.followers === everybody.length);
  const told = changes();
  for (const change of told)
    await app.prepare((work) => {
      work.record({ ...change, name: 'probe.thing.changed', subjectType: 'Thing' });
      return Promise.resolve();
    });
  const concerns = (actor: Actor, { supplierId, customerId }: Change): boolean =>
    actor.audience === 'STAFF' || [supplierId, customerId].includes(actor.organisationId);
  const concerned = (actor: Actor) => told.filter((change) => concerns(actor, change)).map((one) => one.subjectId);
  await until(() => everybody.every((actor, n) => Number(ears[n]?.size) >= concerned(actor).length));
  everybody.forEach((actor, n) => {
    const own = concerned(actor);
    expect([...(ears[n] ?? [])].sort(), actor.audience).toEqual(own.sort());
  });
  process.stdout.write(`isolation, follows: ${told.length * everybody.length} probes\n`);
});

it('nobody who has not signed in follows anything', async () => {
  const told = await followed(nobody('en', null), 'subscription { liveChange(topics: [ORDER]) { topic } }');
  expect('errors' in told && told.errors?.length).toBe(1);
});
