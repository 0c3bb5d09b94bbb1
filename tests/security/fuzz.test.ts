import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';
import { fc } from '../support/properties.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../server/src/platform/access/actor.ts';
import { readerOf } from '../../server/src/platform/graphql/audience.ts';
import { Asker } from '../isolation/support/asker.ts';
import { Questions } from '../isolation/support/questions.ts';
import { schemas, TestApp } from '../support/app.ts';
import { effort } from '../support/effort.ts';
import { anActor, anOrganisation } from '../support/factories/identity.ts';

// Any value in any place of any document: it is refused in a sentence or answered, and nothing of ours breaks.

let app: TestApp;
let asker: Asker;
let actors: Actor[];

beforeAll(async () => {
  app = await TestApp.start();
  asker = new Asker(app);
  actors = [
    await anActor(
      app,
      await anOrganisation(app, 'company'),
      'ADMIN',
      'BUYER',
      'PLANNER',
      'WAREHOUSE',
      'SALES',
      'FINANCE',
      'SERVICE',
    ),
    await anActor(
      app,
      await anOrganisation(app, 'supplier'),
      'SUPPLIER_ADMIN',
      'SUPPLIER_PLANNER',
      'SUPPLIER_SHIPPING',
    ),
    await anActor(app, await anOrganisation(app, 'customer'), 'CUSTOMER_ADMIN', 'CUSTOMER_BUYER'),
  ];
});
afterAll(async () => {
  process.stdout.write(`fuzz: ${asker.probes} documents, seed ${effort.seed}\n`);
  await app.close();
});

const NASTY = [
  '',
  ' ',
  'x',
  "'; drop table identity_person; --",
  '%',
  '\\',
  '"',
  '\u0000',
  '\ud800',
  '𝕏'.repeat(50),
  'x'.repeat(5000),
  '‮gnp',
  '../../etc/passwd',
  '<script>',
  '{{7*7}}',
  'null',
  'NaN',
  '-1',
  '1e309',
  '9'.repeat(40),
  '0.0000000001',
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '294277-01-01',
  '2026-01-01T25:00:00Z',
  '9999-12-31T23:59:59Z',
  '00000000-0000-0000-0000-000000000000',
  'org_00000000000000000000000000000000',
  'org_zz',
  'xxx_' + '0'.repeat(32),
  'WyJhIiwiYiJd',
];
const text = fc.oneof(fc.constantFrom(...NASTY), fc.string({ maxLength: 40 }));
const int = fc.oneof(fc.constantFrom(0, -1, 1, 100, 101, 2 ** 31 - 1, -(2 ** 31)), fc.integer());
const anything = fc.oneof(text, int, fc.boolean(), fc.constant(null), fc.double(), fc.constant([]), fc.constant({}));

/** Values of a type: mostly of its kind, sometimes of none. */
function valueOf(type: GraphQLInputType, depth = 0): fc.Arbitrary<unknown> {
  const bare = getNullableType(type);
  const kind = kindOf(bare, depth);
  const good = isNonNullType(type) ? kind : fc.option(kind, { nil: undefined, freq: 2 });
  return fc.oneof({ weight: 20, arbitrary: good }, { weight: 1, arbitrary: anything });
}

function kindOf(bare: GraphQLInputType, depth: number): fc.Arbitrary<unknown> {
  if (isListType(bare)) return fc.array(valueOf(bare.ofType, depth + 1), { maxLength: 3 });
  const named = getNamedType(bare);
  if (isEnumType(named)) return fc.constantFrom(...named.getValues().map(({ name }) => name));
  if (isInputObjectType(named)) {
    if (depth > 4) return fc.constant({});
    return fc.record(
      Object.fromEntries(Object.values(named.getFields()).map((field) => [field.name, valueOf(field.type, depth + 1)])),
    );
  }
  return SCALARS[named.name] ?? text;
}

const SCALARS: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  Int: int,
  Float: fc.double(),
  Boolean: fc.boolean(),
  Decimal: fc.oneof(text, fc.constantFrom('1', '-1', '0', '999999999999999999.999999999', '0.000000001')),
  Date: fc.oneof(text, fc.constantFrom('2026-12-01', '0001-01-01', '9999-12-31')),
  DateTime: fc.oneof(text, fc.constantFrom('2026-12-01T00:00:00Z', '0001-01-01T00:00:00Z')),
};

it('breaks nothing, whatever is sent to any field', async () => {
  const cases = actors.flatMap((actor) => {
    const schema = schemas.of(readerOf(actor));
    const questions = new Questions(schema);
    const roots = [
      ...Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => ['query', field] as const),
      ...Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => ['mutation', field] as const),
    ];
    return roots
      .filter(([, { args }]) => args.length > 0)
      .map(([kind, field]) => {
        const heads = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
        const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
        const document = `${kind} (${heads}) { ${field.name}(${given})${questions.selectionOf(getNamedType(field.type), 1)} }`;
        return {
          actor,
          document,
          variables: fc.record(Object.fromEntries(field.args.map((arg) => [arg.name, valueOf(arg.type)]))),
        };
      });
  });
  const chosen = fc.constantFrom(...cases).chain((one) => one.variables.map((variables) => ({ ...one, variables })));
  await fc.assert(
    fc.asyncProperty(chosen, async ({ actor, document, variables }) => {
      const { faults, text: answer } = await asker.ask(
        actor,
        document,
        JSON.parse(JSON.stringify(variables)) as Record<string, unknown>,
      );
      expect(faults.map((fault) => (fault as Error).stack)).toEqual([]);
      expect(answer).not.toMatch(/Did you mean|relation "|duplicate key|node_modules|select .* from /);
    }),
    { numRuns: effort.fuzzRuns, seed: effort.seed, endOnFailure: true },
  );
});
