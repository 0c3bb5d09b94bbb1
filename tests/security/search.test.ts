import { getNamedType, isNonNullType } from 'graphql';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Audience } from '../../server/src/platform/access/actor.ts';
import { helpers } from '../bench/product/seed/seed.ts';
import { seedParts } from '../bench/product/seed/index.ts';
import { sizeAt } from '../bench/product/size.ts';
import { isId, type Question } from '../isolation/support/questions.ts';
import { rolesOf, type Somebody } from '../isolation/support/actors.ts';
import { questionsFor } from '../isolation/support/world.ts';
import { actionsFor, TestApp } from '../support/app.ts';
import { effort, IN_TIME } from '../support/effort.ts';

// Every text that a list takes, given what costs most to look for, over tables that are large.
const AT_MOST_MILLISECONDS = 2000;
const ROWS = effort.searchRows;
const HARMFUL: Readonly<Record<string, string>> = {
  'a wildcard': '%',
  'one letter': 'e',
  'two letters of every word': 'en',
  'one character of Chinese': '轴',
  'wildcards between letters': '%e%_%e%',
  'five thousand letters': 'x'.repeat(5000),
  'a thousand words': Array.from({ length: 1000 }, (_, n) => `w${n}`).join(' '),
  'a pattern without end': '(e+)+$',
};

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.start();
  const client = new pg.Client({ connectionString: app.owner.ownerUrl });
  await client.connect();
  const size = { ...sizeAt(0), items: ROWS, purchaseOrders: ROWS / 5, salesOrders: ROWS / 5, tickets: ROWS };
  await client.query(`set synchronous_commit = off; ${helpers}`);
  for (const { sql } of seedParts) await client.query(`set session_replication_role = 'replica'; ${sql(size)}`);
  await client.query(`
    insert into interactions_contact (id, organisation_id, audience, name)
    select gen_random_uuid(), m.organisation_id, m.audience, 'Evelyn 轴承 ' || n
    from generate_series(1, ${ROWS}) n
    join lateral (select * from identity_membership where audience <> 'STAFF' order by id offset n % 20 limit 1) m on true;
    insert into service_article (id, state, audiences, title_en, title_zh, body_en, published_at)
    select gen_random_uuid(), 'PUBLISHED', '{STAFF,SUPPLIER,CUSTOMER}', 'Bearing ' || n, '轴承 ' || n,
           repeat('When the bearing is seen even once between ', 20) || n, now()
    from generate_series(1, ${ROWS}) n;`);
  await client.query('analyze');
  await client.end();
}, 600_000);
afterAll(() => app.close());

/** Somebody of that side who sees the most of it. */
async function somebody(audience: Audience): Promise<Actor> {
  const [member] = await app.owner.query<{ id: string; person_id: string; organisation_id: string }>(
    'select id, person_id, organisation_id from identity_membership where audience = $1 order by id limit 1',
    [audience],
  );
  if (!member) throw new Error(`nobody stands on the side ${audience}`);
  return {
    audience,
    personId: member.person_id,
    organisationId: member.organisation_id,
    membershipId: member.id,
    sessionId: null,
    name: audience,
    actions: actionsFor(rolesOf(audience)),
    locale: 'en',
    remoteAddress: null,
  };
}

/** What takes a text, asked with each harmful one. */
function searches(actor: Actor): (Question & { readonly what: string })[] {
  const questions = questionsFor({ actor } as Somebody);
  return questions.roots.flatMap((field) => {
    const must = field.args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
    const texts = field.args.filter(({ name, type }) => getNamedType(type).name === 'String' && name !== 'after');
    const others = must.filter((arg) => !texts.includes(arg));
    if (texts.length === 0 || others.some(isId)) return [];
    return texts.flatMap((arg) =>
      Object.entries(HARMFUL).map(([what, text]) => ({
        ...questions.through(
          field,
          arg,
          String(arg.type).startsWith('[') ? JSON.stringify([text]) : JSON.stringify(text),
        ),
        what: `${field.name}(${arg.name}): ${what}`,
      })),
    );
  });
}

describe.each(['STAFF', 'SUPPLIER', 'CUSTOMER'] as const)('every search that the side %s is offered', (audience) => {
  it(`is answered or refused within two seconds over ${ROWS} rows`, { ...IN_TIME, timeout: 600_000 }, async () => {
    const actor = await somebody(audience);
    const asked = searches(actor);
    const slow: string[] = [];
    const faults: string[] = [];
    let longest = { what: '', took: 0 };
    for (const { what, document } of asked) {
      const since = performance.now();
      const { errors = [] } = await app.run(actor, document);
      const took = performance.now() - since;
      if (took > longest.took) longest = { what, took };
      if (took > AT_MOST_MILLISECONDS) slow.push(`${what}: ${took.toFixed(0)} ms`);
      for (const { extensions, message } of errors)
        if (extensions['code'] === undefined) faults.push(`${what}: ${message}`);
    }
    process.stdout.write(
      `searches, ${audience}: ${asked.length}, the longest ${longest.took.toFixed(0)} ms: ${longest.what}\n`,
    );
    expect(asked.length).toBeGreaterThan(2 * Object.keys(HARMFUL).length);
    expect(faults).toEqual([]);
    expect(slow).toEqual([]);
  });
});
