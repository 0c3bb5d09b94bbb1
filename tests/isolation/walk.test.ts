import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromGlobalId, newId, toGlobalId } from '../../server/src/kernel/id.ts';
import { createDemoCompany } from '../../server/src/modules/integrations/demo/demo-company.service.ts';
import type { Actor } from '../../server/src/platform/access/actor.ts';
import { readerOf } from '../../server/src/platform/graphql/audience.ts';
import { declaredShapes } from '../../server/src/platform/read/shape.ts';
import { actionsFor, schemas, TestApp } from '../support/app.ts';
import { questionsOf, type Question } from '../support/walk.ts';

// Everything the schema offers, asked by everybody, over a database in which several parties have rows everywhere.
let app: TestApp;
let actors: Actor[];
let probes = 0;

beforeAll(async () => {
  app = await TestApp.start();
  await createDemoCompany(app.database, app.clock);
  const members = await app.owner.query<{
    id: string;
    personId: string;
    organisationId: string;
    audience: Actor['audience'];
    roles: string[];
    name: string;
  }>(
    `select distinct on (m.audience, m.organisation_id) m.id, m.person_id as "personId", m.organisation_id as "organisationId", m.audience, m.roles, p.name
     from identity_membership m join identity_person p on p.id = m.person_id order by m.audience, m.organisation_id, cardinality(m.roles) desc, m.id`,
  );
  actors = members.map(({ id, personId, organisationId, audience, roles, name }) => ({
    audience,
    personId,
    organisationId,
    membershipId: id,
    sessionId: null,
    name,
    actions: actionsFor(roles),
    locale: 'en',
    remoteAddress: null,
  }));
});
afterAll(async () => {
  process.stdout.write(`isolation: ${probes} probes\n`);
  await app.close();
});

const partiesOf = (audience: Actor['audience']) => actors.filter((actor) => actor.audience === audience);
const questions = (actor: Actor): Question[] => {
  const schema = schemas.get(readerOf(actor));
  return schema ? questionsOf(schema) : [];
};

async function answer(actor: Actor, question: Question, id?: string): Promise<string> {
  probes++;
  const { data, errors } = await app.run(actor, question.document, id ? { id } : {});
  const faults = (errors ?? []).filter(
    (error) =>
      !['FORBIDDEN', 'BAD_USER_INPUT', 'NOT_FOUND'].includes(String(error.extensions?.['code'] ?? '')) &&
      !('code' in (error.originalError ?? {})),
  );
  if (faults.length > 0)
    throw new Error(
      `${question.root}: ${faults.map((fault) => fault.originalError?.stack ?? fault.message).join('\n')}`,
    );
  return JSON.stringify(data);
}

/** Every id of a row that stands in an answer, by the prefix of its kind. */
function idsIn(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [globalId] of text.matchAll(/\b[a-z]{3}_[0-9a-f]{32}\b/g)) {
    const named = fromGlobalId(globalId);
    if (named) found.set(named.prefix, (found.get(named.prefix) ?? new Set()).add(named.id));
  }
  return found;
}

/** Rows of these ids that belong to another supplier. */
async function foreignRows(actor: Actor, text: string): Promise<string[]> {
  const found: string[] = [];
  for (const { type, prefix, table } of declaredShapes()) {
    const ids = [...(idsIn(text).get(prefix) ?? [])];
    if (ids.length === 0 || !(await hasColumn(table, 'supplier_id'))) continue;
    const rows = await app.owner.query<{ id: string }>(
      `select id from ${table} where id = any($1) and supplier_id <> $2`,
      [ids, actor.organisationId],
    );
    found.push(...rows.map(({ id }) => `${type} ${id}`));
  }
  return found;
}

const columns = new Map<string, Promise<boolean>>();
function hasColumn(table: string, column: string): Promise<boolean> {
  const key = `${table}.${column}`;
  let known = columns.get(key);
  if (!known) {
    known = app.owner
      .query('select 1 from information_schema.columns where table_name = $1 and column_name = $2', [table, column])
      .then((rows) => rows.length > 0);
    columns.set(key, known);
  }
  return known;
}

/** Names and numbers that only the other parties of that side carry. */
async function secretsOfOthers(actor: Actor): Promise<string[]> {
  const rows = await app.owner.query<{ name: string }>(
    'select name from identity_organisation where not is_company and id <> $1',
    [actor.organisationId],
  );
  return rows.map(({ name }) => name);
}

describe('everything the schema offers', () => {
  it('can be asked by everybody without a fault', async () => {
    for (const actor of actors)
      for (const question of questions(actor)) if (!question.byId) await answer(actor, question);
  });

  it('shows a supplier nothing of another supplier or of a customer', async () => {
    for (const actor of partiesOf('SUPPLIER')) {
      const secrets = await secretsOfOthers(actor);
      for (const question of questions(actor).filter(({ byId }) => !byId)) {
        const text = await answer(actor, question);
        expect(await foreignRows(actor, text), `${question.root} as ${actor.name}`).toEqual([]);
        expect(
          secrets.filter((secret) => text.includes(secret)),
          `${question.root} as ${actor.name}`,
        ).toEqual([]);
      }
    }
  });

  it('shows a customer no supplier', async () => {
    const suppliers = await app.owner.query<{ name: string }>(
      'select name from identity_organisation where is_supplier and not is_customer',
    );
    for (const actor of partiesOf('CUSTOMER'))
      for (const question of questions(actor).filter(({ byId }) => !byId)) {
        const text = await answer(actor, question);
        expect(
          suppliers.filter(({ name }) => text.includes(name)),
          question.root,
        ).toEqual([]);
      }
  });

  it('answers a foreign id as it answers an unknown one, whatever asks for it', async () => {
    for (const actor of [...partiesOf('SUPPLIER').slice(0, 2), ...partiesOf('CUSTOMER').slice(0, 1)]) {
      const byId = questions(actor).filter((question) => question.byId);
      for (const { prefix, table } of declaredShapes()) {
        if (!(await hasColumn(table, 'supplier_id'))) continue;
        const [foreign] = await app.owner.query<{ id: string }>(
          `select id from ${table} where supplier_id <> $1 limit 1`,
          [actor.organisationId],
        );
        if (!foreign) continue;
        for (const question of byId) {
          const [told, unknown] = [
            await answer(actor, question, toGlobalId(prefix, foreign.id)),
            await answer(actor, question, toGlobalId(prefix, newId())),
          ];
          expect(told, `${question.root}(${prefix}) as ${actor.name}`).toBe(unknown);
        }
      }
    }
  });
});

it('finds a leak that is planted: a policy and a visibility both gone', async () => {
  const [actor] = partiesOf('SUPPLIER') as [Actor];
  const shape = declaredShapes().find(({ type }) => type === 'PurchaseOrder');
  if (!shape) throw new Error('there is no purchase order');
  const planted = shape as { visible: object };
  const { visible } = shape;
  await app.owner.query('alter table purchasing_order disable row level security');
  planted.visible = { ...visible, SUPPLIER: 'all' };
  try {
    const question = questions(actor).find(({ root }) => root === 'purchaseOrders');
    if (!question) throw new Error('there is no list of purchase orders');
    const text = await answer(actor, { ...question, document: `${question.document} # planted` });
    expect(await foreignRows(actor, text)).not.toEqual([]);
  } finally {
    planted.visible = visible;
    await app.owner.query('alter table purchasing_order enable row level security');
  }
});

it('holds with either wall alone', async () => {
  const [actor] = partiesOf('SUPPLIER') as [Actor];
  const question = questions(actor).find(({ root }) => root === 'purchaseOrders') as Question;
  const shape = declaredShapes().find(({ type }) => type === 'PurchaseOrder') as unknown as {
    visible: object;
  };
  const { visible } = shape;
  shape.visible = { ...visible, SUPPLIER: 'all' };
  const withoutApplication = await answer(actor, {
    ...question,
    document: `${question.document} # first wall down`,
  });
  shape.visible = visible;
  expect(await foreignRows(actor, withoutApplication)).toEqual([]);
  await app.owner.query('alter table purchasing_order disable row level security');
  const withoutDatabase = await answer(actor, {
    ...question,
    document: `${question.document} # second wall down`,
  });
  await app.owner.query('alter table purchasing_order enable row level security');
  expect(await foreignRows(actor, withoutDatabase)).toEqual([]);
});
