import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actionTable } from '../../server/src/app/modules.ts';
import { ROLE_NAMES, ROLES } from '../../server/src/platform/access/role.ts';
import { ANYBODY } from '../../server/src/platform/graphql/allow.ts';
import { readerOf } from '../../server/src/platform/graphql/audience.ts';
import { schemas } from '../support/app.ts';
import { somebody, type Somebody } from './support/actors.ts';
import { actsOf, type Act, type IdPlace } from './support/acts.ts';
import { idOf, kindsOf, type Kind } from './support/ids.ts';
import { masked } from './support/masked.ts';
import { aWorld, questionsFor, type World } from './support/world.ts';

// Every act that a party is offered, about its own, a rival's, a stranger's and no thing; and by every role whether it is
// open. Each is asked on both ways of the server, the executor's and the portals'. Nothing stays: each probe is undone.
let world: World;
let effective = 0;
let places = 0;
/** Places where even one's own thing is answered like none, so that probing them proves little. */
const blind: string[] = [];

beforeAll(async () => {
  world = await aWorld();
}, 600_000);
afterAll(async () => {
  process.stdout.write(
    `isolation, acts: ${world.asker.probes} probes, ${world.asker.direct} of them on the direct way too, ${effective} of ${places} id places told from an unknown id\n`,
  );
  await world.app.close();
});

const actsFor = (who: Somebody): Act[] => actsOf(schemas.of(readerOf(who.actor)), questionsFor(who));

const kindOf = (place: IdPlace): Kind | undefined => kindsOf(place.owner, place.name)[0];

/** His own thing everywhere, but for the place that is probed. */
const own = (who: Somebody, probed: IdPlace, id: string | null) => (place: IdPlace) => {
  if (place.path === probed.path) return id;
  const kind = kindOf(place);
  return kind ? idOf(world.rows, kind, who.party.mark) : null;
};

async function differencesIn(who: Somebody, act: Act, place: IdPlace): Promise<string[]> {
  const found: string[] = [];
  places++;
  let isTold = false;
  for (const kind of kindsOf(place.owner, place.name)) {
    const told = async (mark: string | null) => {
      const id = idOf(world.rows, kind, mark);
      const answer = await world.asker.ask(who.actor, act.document, act.variables(own(who, place, id), place.path));
      const statements = answer.statements.map((text) => masked(text, id).replaceAll(/'[^']*'/g, "'…'"));
      return { ...answer, text: masked(answer.text, id), statements };
    };
    const name = `${act.field.name} ${place.path} (${kind.prefix})`;
    const unknown = await told(null);
    found.push(...unknown.faults.map((fault) => `${name}: ${String((fault as Error).stack).slice(0, 300)}`));
    isTold ||= (await told(who.party.mark)).text !== unknown.text;
    for (const mark of [who.rival.mark, who.stranger.mark]) {
      const foreign = await told(mark);
      found.push(...world.leaks.in(foreign.text, who.party).map((leak) => `${name}: ${leak}`));
      if (SHARED.test(kind.prefix)) continue;
      if (foreign.text !== unknown.text)
        found.push(`${name}: ${foreign.text.slice(0, 300)} but ${unknown.text.slice(0, 300)}`);
      else if (foreign.statements.join() !== unknown.statements.join())
        found.push(
          `${name}: another way: ${foreign.statements.find((text, n) => text !== unknown.statements[n]) ?? ''}`,
        );
    }
  }
  if (isTold) effective++;
  else blind.push(`${act.field.name} ${place.path}`);
  return found;
}

const isDone = (answer: string): boolean => /"userErrors":\[\]/.test(answer) && !/"errors":|[_"]error":\{/.test(answer);

/** Units, sites and the catalogue are no secret between parties. */
const SHARED = /^(unt|sit|cat|sca)$/;

async function withoutRowSecurity<T>(run: () => Promise<T>): Promise<T> {
  const every = (what: string) =>
    world.app.owner.query(
      world.rows.tables.map(({ name }) => `alter table ${name} ${what} row level security`).join('; '),
    );
  await every('disable');
  try {
    return await run();
  } finally {
    await every('enable');
  }
}

/** What somebody can do to the things of a rival, or learns of them by trying; by the way that was taken. */
async function doneToRivals(who: Somebody): Promise<Record<'executor' | 'direct', string[]>> {
  const found = { executor: [] as string[], direct: [] as string[] };
  for (const act of actsFor(who))
    for (const place of act.places.filter((one) => !SHARED.test(kindOf(one)?.prefix ?? '')))
      for (const kind of kindsOf(place.owner, place.name)) {
        const id = idOf(world.rows, kind, who.rival.mark);
        const { ways } = await world.asker.ask(who.actor, act.document, act.variables(own(who, place, id), place.path));
        ways.forEach((answer, n) => {
          const list = found[n === 0 ? 'executor' : 'direct'];
          if (isDone(answer)) list.push(`${act.field.name} ${place.path} (${kind.prefix}): done`);
          const leaks = world.leaks.in(masked(answer, id), who.party);
          list.push(...leaks.map((leak) => `${act.field.name} ${place.path}: ${leak}`));
        });
      }
  return found;
}

describe.each([
  ['supplier', () => world.supplier],
  ['customer', () => world.customer],
] as const)('what a %s may do', (_name, who) => {
  it('takes ids whose kind is known', () => {
    const unknown = actsFor(who()).flatMap((act) =>
      act.places
        .filter((place) => !kindOf(place))
        .map(({ owner, name, path }) => `${act.field.name} ${path}: ${owner}.${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('answers the thing of another as one that never was', async () => {
    const found: string[] = [];
    for (const act of actsFor(who()))
      for (const place of act.places) found.push(...(await differencesIn(who(), act, place)));
    expect(found).toEqual([]);
  }, 600_000);

  it('does nothing to the thing of another, with row security gone', async () => {
    expect(await withoutRowSecurity(() => doneToRivals(who()))).toEqual({ executor: [], direct: [] });
  }, 600_000);
});

it('finds acts that are planted open to others, on both ways', async () => {
  world.asker.hasNoPartyFilter = true;
  const found = await withoutRowSecurity(() => doneToRivals(world.supplier));
  world.asker.hasNoPartyFilter = false;
  const planted = ['statementAgree input.statementId (stm): done', 'shipmentNoticeCancel input.id (asn): done'];
  expect(found.executor).toEqual(expect.arrayContaining(planted));
  expect(found.direct).toEqual(expect.arrayContaining(planted));
}, 600_000);

it("tells a thing of one's own from none in most places, without which the probes above would prove nothing", () => {
  expect(effective / places, `told apart nowhere: ${blind.join(', ')}`).toBeGreaterThan(0.55);
  expect(world.asker.direct / world.asker.probes).toBeGreaterThan(0.4);
});

it('is faultless about things that never were, for staff too', async () => {
  const found: string[] = [];
  for (const act of actsFor(world.staff)) {
    const unknown = (place: IdPlace) => {
      const kind = kindOf(place);
      return kind ? idOf(world.rows, kind, null) : null;
    };
    const told = await world.asker.ask(world.staff.actor, act.document, act.variables(unknown));
    found.push(...told.faults.map((fault) => `${act.field.name}: ${String((fault as Error).stack).slice(0, 300)}`));
  }
  expect(found).toEqual([]);
}, 600_000);

it('opens every act to the roles that the table names, and to no other', async () => {
  const wrong: string[] = [];
  const marks = { STAFF: 'Qcompany', SUPPLIER: 'Qalpine', CUSTOMER: 'Qvelo' } as const;
  for (const role of ROLE_NAMES) {
    const who = somebody(world.rows, marks[ROLES[role]], [role]);
    for (const act of actsFor(who)) {
      const nothing = (place: IdPlace) => {
        const kind = kindOf(place);
        return kind ? idOf(world.rows, kind, null) : 'xxx_0';
      };
      const isOpen = act.action === ANYBODY || (actionTable.get(act.action) ?? []).includes(role);
      const { text, statements } = await world.asker.ask(who.actor, act.document, act.variables(nothing));
      const isRefused = text.includes('"code":"FORBIDDEN"');
      if (isRefused === isOpen || (isRefused && statements.length > 0))
        wrong.push(`${role} ${act.field.name}: ${text.slice(0, 200)}`);
    }
  }
  expect(wrong).toEqual([]);
}, 600_000);
