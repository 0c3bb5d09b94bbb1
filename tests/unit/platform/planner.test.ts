import { Kind, parse, type FieldNode, type FragmentDefinitionNode, type GraphQLResolveInfo } from 'graphql';
import { beforeEach, expect, it } from 'vitest';
import { nobody, type Actor } from '../../../server/src/platform/access/actor.ts';
import { list } from '../../../server/src/platform/read/list.ts';
import { readOne, type PlanRunner } from '../../../server/src/platform/read/reader.ts';
import { decimal, many, needs, one, shape, value } from '../../../server/src/platform/read/shape.ts';

const crate = shape({
  type: 'Crate',
  prefix: 'crt',
  table: 'crate',
  visible: { STAFF: 'all', SUPPLIER: (row) => `${row}.supplier_id = (select app_org())` },
  fields: {
    label: value('label'),
    weight: decimal('weight'),
    shelf: one(
      () => shelf,
      (row, child) => `${child}.id = ${row}.shelf_id`,
    ),
    countdown: value((row, arg) => `${row}.due - ${arg('from', 'date')}`),
    allowedActions: needs({ state: 'state' }),
  },
});
const shelf = shape({
  type: 'Shelf',
  prefix: 'shf',
  table: 'shelf',
  visible: { STAFF: 'all' },
  fields: {
    code: value('code'),
    crates: many(
      () => crate,
      (row, child) => `${child}.shelf_id = ${row}.id`,
      (child) => `${child}.label`,
    ),
  },
});
const crates = list<object>(crate, {
  sorts: { LABEL: { by: (row) => `${row}.label`, type: 'text', direction: 'asc' } },
  filters: { label: (row, wanted) => `${row}.label = ${wanted}` },
});

let sent: { text: string; values: unknown[] }[];
beforeEach(() => void (sent = []));

function runner(audience: Actor['audience'], answer: unknown = { rows: [] }): PlanRunner {
  return {
    actor: { ...nobody(), audience },
    runPlan: (text, values) => {
      sent.push({ text, values });
      return Promise.resolve(answer);
    },
  };
}

/** What a resolver of the first field of this document would be told. */
function infoOf(source: string, variableValues: Record<string, unknown> = {}): GraphQLResolveInfo {
  const { definitions } = parse(source);
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const fragments = definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return {
    fieldNodes: [operation?.selectionSet.selections[0] as FieldNode],
    fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
    variableValues,
  } as unknown as GraphQLResolveInfo;
}

const textOf = () => sent[0]?.text ?? '';

it('reads only what the document asks for', async () => {
  await readOne(runner('STAFF'), infoOf('{ crate { label } }'), crate, 'x');
  expect(textOf()).toContain('as "label"');
  expect(textOf()).not.toContain('weight');
  expect(textOf()).not.toContain('shelf');
});

it('reads nested objects and lists in the same statement', async () => {
  await readOne(runner('STAFF'), infoOf('{ crate { shelf { code crates { label } } } }'), crate, 'x');
  expect(sent).toHaveLength(1);
  expect(textOf()).toContain('from shelf');
  expect(textOf().match(/from crate/g)).toHaveLength(2);
});

it('opens fragments and merges what equal fields ask', async () => {
  const info = infoOf(
    '{ crate { ...A a: shelf { code } shelf { id } } } fragment A on Crate { weight ... on Other { label } }',
  );
  await readOne(runner('STAFF'), info, crate, 'x');
  expect(textOf()).toContain('as "weight"');
  expect(textOf()).not.toContain('as "label"');
  expect(textOf().match(/as "shelf"/g)).toHaveLength(1);
  expect(textOf()).toMatch(/as "code".*as "id"/s);
});

it('puts the visibility of the audience on the root and on everything nested', async () => {
  await readOne(runner('SUPPLIER'), infoOf('{ crate { shelf { code } } }'), crate, 'x');
  expect(textOf()).toContain('supplier_id = (select app_org())');
  expect(textOf()).toMatch(/from shelf t\d+ where .* and false/);
  sent = [];
  await readOne(runner('NOBODY'), infoOf('{ crate { label } }'), crate, 'x');
  expect(textOf()).toMatch(/and false\)/);
});

it('keeps equal fields with different arguments apart, each under its response key', async () => {
  const info = infoOf('query ($d: Date) { crate { a: countdown(from: $d) b: countdown(from: "2026-01-01") } }', {
    d: '2026-02-02',
  });
  await readOne(runner('STAFF'), info, crate, 'x');
  expect(textOf()).toContain('as "countdown@a"');
  expect(textOf()).toContain('as "countdown@b"');
  expect(sent[0]?.values).toEqual(['x', '2026-02-02', '2026-01-01']);
});

it('plans a document once and fills the same text each time', async () => {
  const info = infoOf('query ($d: Date) { crate { countdown(from: $d) } }', { d: '2026-02-02' });
  await readOne(runner('STAFF'), info, crate, 'one');
  await readOne(runner('STAFF'), { ...info, variableValues: { d: '2026-03-03' } }, crate, 'two');
  expect(sent.map(({ text }) => text)).toEqual([textOf(), textOf()]);
  expect(sent.map(({ values }) => values)).toEqual([
    ['one', '2026-02-02'],
    ['two', '2026-03-03'],
  ]);
});

it('gives a resolver the values it needs', async () => {
  await readOne(runner('STAFF'), infoOf('{ crate { allowedActions } }'), crate, 'x');
  expect(textOf()).toContain('.state as "$state"');
});

it('cuts the page before it joins, by the key of the last row and never by an offset', async () => {
  const id = '0198c5c6-0000-7000-8000-0000000000ff';
  const rows = ['a', 'b', 'c'].map((key) => ({
    label: key,
    $cursor: Buffer.from(JSON.stringify([key, id])).toString('base64url'),
  }));
  const info = infoOf('{ crates(first: 2) { nodes { label } pageInfo { endCursor } } }');
  const first = await crates.read(runner('STAFF', { rows }), info, {
    first: 2,
    sort: 'LABEL',
    filter: { label: null },
  });
  expect(first.nodes).toHaveLength(2);
  expect(first.pageInfo.hasNextPage).toBe(true);
  await crates.read(runner('STAFF', { rows: [] }), info, {
    first: 2,
    sort: 'LABEL',
    after: first.pageInfo.endCursor,
    filter: { label: 'b' },
  });
  expect(sent[1]?.text).toMatch(
    /\(t0\.label, t0\.id\) > \(\$\d::text::text, \$\d::uuid\) order by t0\.label asc, t0\.id asc limit/,
  );
  expect(sent[1]?.text).not.toContain('offset');
  expect(sent[1]?.text).toContain('limit 11');
  expect(sent[1]?.values).toEqual(['b', 'b', id]);
});

it('counts only when it is asked to', async () => {
  await crates.read(runner('STAFF'), infoOf('{ crates(first: 2) { nodes { label } } }'), {
    first: 2,
    sort: 'LABEL',
  });
  await crates.read(runner('STAFF'), infoOf('{ crates(first: 2) { totalCount } }'), {
    first: 2,
    sort: 'LABEL',
  });
  expect(sent.map(({ text }) => text.includes('count(*)'))).toEqual([false, true]);
});
