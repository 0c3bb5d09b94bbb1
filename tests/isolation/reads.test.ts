import { isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readerOf } from '../../server/src/platform/graphql/audience.ts';
import { declaredShapes } from '../../server/src/platform/read/shape.ts';
import { schemas } from '../support/app.ts';
import { rolesOf, somebody, type Somebody } from './support/actors.ts';
import { actsOf } from './support/acts.ts';
import { everyKind } from './support/ids.ts';
import { kindsOfArgument, idProbes, openProbes } from './support/reading.ts';
import { masked } from './support/masked.ts';
import { isId } from './support/questions.ts';
import { PARTIES } from './support/rows.ts';
import { aWorld, questionsFor, type World } from './support/world.ts';

// Everything the schema offers, asked by everybody, over a database in which every party has a row of everything.
let world: World;
let outsiders: readonly Somebody[];

beforeAll(async () => {
  world = await aWorld();
  outsiders = [world.supplier, world.customer];
}, 600_000);
afterAll(async () => {
  process.stdout.write(
    `isolation, reads: ${world.asker.probes} probes, ${world.asker.direct} of them on the direct way too\n`,
  );
  await world.app.close();
});

const nameOf = ({ party }: Somebody): string => party.side.toLowerCase();
/** What somebody learns that is not his, over everything he can ask. */
async function leaksTo(who: Somebody): Promise<string[]> {
  const found: string[] = [];
  for (const { name, document, variables } of openProbes(world, who, questionsFor(who))) {
    const told = await world.asker.ask(who.actor, document, variables);
    found.push(...told.faults.map((fault) => `${name}: ${String((fault as Error).stack).slice(0, 200)}`));
    found.push(...world.leaks.in(told.text, who.party).map((leak) => `${name}: ${leak}`));
  }
  return found;
}

/** Where a foreign id is answered otherwise than an unknown one, or on another way. */
async function differences(who: Somebody): Promise<string[]> {
  const found: string[] = [];
  for (const probe of idProbes(world, who, questionsFor(who))) {
    const own = probe.with(who.party.mark);
    // First, as it shows whether the direct way can answer this document at all.
    const his = await world.asker.ask(who.actor, probe.document, own.variables);
    found.push(...world.leaks.in(his.text, who.party).map((leak) => `${probe.name}: ${leak}`));
    found.push(...his.faults.map((fault) => `${probe.name}: ${String((fault as Error).stack).slice(0, 400)}`));
    const unknown = probe.with(null);
    const blank = await world.asker.ask(who.actor, probe.document, unknown.variables);
    const marks = who.party.side === 'COMPANY' ? [] : [who.rival.mark, who.stranger.mark];
    for (const mark of marks) {
      const given = probe.with(mark);
      const told = await world.asker.ask(who.actor, probe.document, given.variables);
      found.push(...world.leaks.in(told.text, who.party).map((leak) => `${probe.name}: ${leak}`));
      found.push(...told.faults.map((fault) => `${probe.name}: ${String((fault as Error).stack).slice(0, 400)}`));
      if (isShared(probe.name, who)) continue;
      if (masked(told.text, given.id) !== masked(blank.text, unknown.id)) found.push(`${probe.name}: told apart`);
      if (told.statements.join() !== blank.statements.join()) found.push(`${probe.name}: another way`);
    }
  }
  return found;
}

/** Things that are no secret between parties: asking for them by id is no way to learn of anybody. */
const isShared = (name: string, { party }: Somebody): boolean =>
  /: (unt|sit|cat|sca)\)$/.test(name) || (party.side === 'CUSTOMER' && /: (itm|itu|cte)\)$/.test(name));

it('has rows of at least two parties in every guarded table', () => {
  const lonely = world.rows.tables.filter(({ name }) => {
    const marks = new Set(world.rows.made.filter(({ table }) => table === name).map(({ party }) => party.mark));
    return marks.size < 2;
  });
  expect(lonely.map(({ name }) => name)).toEqual([]);
});

describe.each([
  ['supplier', () => world.supplier],
  ['customer', () => world.customer],
  ['staff', () => world.staff],
] as const)('everything a %s is offered', (_name, who) => {
  it('is asked for: every field of every type', () => {
    const questions = questionsFor(who());
    const schema = schemas.of(readerOf(who().actor));
    for (const field of questions.roots) questions.whole(field);
    for (const { type } of everyKind()) questions.node(type);
    actsOf(schema, questions);
    const offered = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && !type.name.startsWith('__')
        ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
        : [],
    );
    // The one subscription tells kinds and ids; tests/api/http.test.ts and live.test.ts follow it.
    const elsewhere = /^(Subscription\.liveChange$|LiveChange\.)/;
    expect(offered.filter((field) => !questions.reached.has(field) && !elsewhere.test(field))).toEqual([]);
  });

  it('takes ids whose kind is known', () => {
    const unknown = questionsFor(who()).roots.flatMap((field) =>
      field.args
        .filter((arg) => isId(arg) && kindsOfArgument(field, arg.name).length === 0)
        .map((arg) => `${field.name}.${arg.name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('is answered without a fault, and without a word of anybody else', async () => {
    expect(await leaksTo(who())).toEqual([]);
  }, 600_000);

  it('answers a foreign id as an unknown one, on the same way, and every id without a fault', async () => {
    expect(await differences(who())).toEqual([]);
  }, 600_000);
});

it('finds nothing by the words of others', async () => {
  const found: string[] = [];
  for (const who of outsiders) {
    const questions = questionsFor(who);
    for (const field of questions.roots)
      for (const arg of field.args.filter(({ name, type }) => String(type).startsWith('String') && name !== 'after')) {
        const asked = async (text: string) =>
          (await world.asker.ask(who.actor, questions.through(field, arg, JSON.stringify(text)).document)).text;
        const nothing = await asked('Qnobody has ever written this');
        if ((await asked(`${who.rival.mark} `)) !== nothing) found.push(`${nameOf(who)}: ${field.name}(${arg.name})`);
      }
  }
  // Items are the catalogue that all customers share, and sites are known to all.
  expect(found.filter((name) => !/^customer: (items|catalogue|quickOrderCheck)\(/.test(name))).toEqual([]);
});

it('tells every role of an outside party no more', async () => {
  const found: string[] = [];
  for (const { party } of outsiders)
    for (const role of rolesOf(party.side === 'SUPPLIER' ? 'SUPPLIER' : 'CUSTOMER')) {
      const who = somebody(world.rows, party.mark, [role]);
      const questions = questionsFor(who);
      for (const field of questions.roots.filter(({ args }) => !args.some(isId))) {
        const told = await world.asker.ask(who.actor, questions.whole(field).document);
        found.push(...world.leaks.in(told.text, party).map((leak) => `${role} ${field.name}: ${leak}`));
      }
    }
  expect(found).toEqual([]);
}, 600_000);

/** Lets every condition of the application pass, so that only the database stands. */
async function withoutTheFirstWall<T>(run: () => Promise<T>): Promise<T> {
  const shapes = declaredShapes() as unknown as { visible: object }[];
  const kept = shapes.map(({ visible }) => visible);
  for (const shape of shapes) shape.visible = { STAFF: 'all', SUPPLIER: 'all', CUSTOMER: 'all' };
  world.asker.newRound(`first wall down ${kept.length}`);
  try {
    return await run();
  } finally {
    shapes.forEach((shape, n) => (shape.visible = kept[n] as object));
    world.asker.newRound('first wall up');
  }
}

/** Lets every row pass in the database, so that only the application stands. */
async function withoutTheSecondWall<T>(run: () => Promise<T>): Promise<T> {
  const every = (what: string) =>
    world.app.owner.query(
      world.rows.tables.map(({ name }) => `alter table ${name} ${what} row level security`).join('; '),
    );
  await every('disable');
  world.asker.newRound('second wall down');
  try {
    return await run();
  } finally {
    await every('enable');
    world.asker.newRound('second wall up');
  }
}

describe.each([
  ['supplier', () => world.supplier],
  ['customer', () => world.customer],
] as const)('each wall alone keeps from a %s what is not his', (_name, who) => {
  it('the database, with every condition of the application gone', async () => {
    expect(await withoutTheFirstWall(() => leaksTo(who()))).toEqual([]);
  }, 600_000);

  it('the application, with row security gone', async () => {
    expect(await withoutTheSecondWall(() => leaksTo(who()))).toEqual([]);
  }, 600_000);
});

describe('leaks that are planted are found', () => {
  const orders = () => questionsFor(world.supplier).roots.filter(({ name }) => name === 'purchaseOrders');

  it('with both walls down', async () => {
    const [field] = orders();
    if (!field) throw new Error('there are no orders');
    const told = await withoutTheFirstWall(() =>
      withoutTheSecondWall(() =>
        world.asker.ask(world.supplier.actor, questionsFor(world.supplier).whole(field).document),
      ),
    );
    expect(told.ways).toHaveLength(2);
    for (const answer of told.ways)
      expect(world.leaks.in(answer, world.supplier.party)).toEqual(
        expect.arrayContaining(['Qbaltic purchasing_order.id']),
      );
  });

  it('in the policy of one table, behind which the application asks no more', async () => {
    await world.app.owner.query('drop policy guard_select on purchasing_order');
    const found = await withoutTheFirstWall(() => leaksTo(world.supplier));
    await world.app.owner.query(
      `create policy guard_select on purchasing_order as restrictive for select using ((select app_is_company()) or supplier_id = (select app_org()))`,
    );
    expect(found.some((leak) => leak.startsWith('purchaseOrders: Qbaltic purchasing_order'))).toBe(true);
  }, 600_000);
});

it('answers the same when the others are gone: lists, counts, order and errors', async () => {
  for (const who of outsiders) {
    const answers = async (): Promise<Map<string, string>> => {
      const said = new Map<string, string>();
      for (const { name, document, variables } of openProbes(world, who, questionsFor(who)))
        said.set(`${name} ${document}`, (await world.asker.ask(who.actor, document, variables)).text);
      return said;
    };
    const before = await answers();
    const others = PARTIES.filter(({ mark, side }) => mark !== who.party.mark && side !== 'COMPANY').map(
      ({ mark }) => mark,
    );
    const restore = await world.rows.without(others);
    const after = await answers();
    await restore();
    const differing = [...before]
      .filter(([document, text]) => after.get(document) !== text)
      .map(([document]) => document.split(' query')[0]);
    expect(differing, nameOf(who)).toEqual([]);
  }
}, 600_000);

it('is asked on the way of the portals wherever that is open', () => {
  expect(world.asker.direct / world.asker.probes).toBeGreaterThan(0.5);
});

it('names an argument that nobody has probed', () => {
  const [field] = questionsFor(world.supplier).roots.filter(({ name }) => name === 'purchaseOrders');
  if (!field) throw new Error('there are no orders');
  const planted = { ...field, args: [...field.args, { ...field.args[0], name: 'wormholeId' }] } as typeof field;
  expect(kindsOfArgument(planted, 'wormholeId')).toEqual([]);
});
