import {
  defaultFieldResolver,
  GraphQLObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { expect, test } from 'vitest';
import { actionTable } from '../../server/src/app/modules.ts';
import { buildWholeSchema } from '../../server/src/app/schema.ts';
import { ANYBODY } from '../../server/src/platform/graphql/allow.ts';
import { audienceOf } from '../../server/src/platform/graphql/audience.ts';
import { declaredShapes, type Shape } from '../../server/src/platform/read/shape.ts';

const schema = buildWholeSchema();
const roots = new Set(['Query', 'Mutation', 'Subscription']);

/** Whether a field only hands on what its row holds under its name. */
const handsOn = (field: GraphQLField<unknown, unknown>): boolean =>
  field.resolve === undefined || field.resolve === defaultFieldResolver;

/** Fields of types with a shape that neither the shape reads nor a resolver answers. */
function unanswered(whole: GraphQLSchema, shapes: readonly Shape[]): string[] {
  return shapes.flatMap((shape) => {
    const type = whole.getType(shape.type);
    if (!isObjectType(type)) return [`${shape.type} has a shape and no type`];
    return Object.values(type.getFields())
      .filter((field) => {
        const read = shape.fields[field.name];
        const mustResolve = !read || read.kind === 'needs' || field.args.length > 0;
        return mustResolve && handsOn(field);
      })
      .map((field) => `${shape.type}.${field.name}`);
  });
}

/** Types and root fields that name no audience. */
function withoutAudience(whole: GraphQLSchema): string[] {
  return Object.values(whole.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))) return [];
    if (!roots.has(type.name)) return audienceOf(type) ? [] : [type.name];
    return Object.values(type.getFields())
      .filter((field) => !audienceOf(field))
      .map((field) => `${type.name}.${field.name}`);
  });
}

/** Mutations whose action is missing, or belongs to nobody. */
function withoutAction(whole: GraphQLSchema, actions: ReadonlyMap<string, unknown>): string[] {
  return Object.values(whole.getMutationType()?.getFields() ?? {})
    .filter((field) => {
      const action = field.extensions['action'];
      return typeof action !== 'string' || (action !== ANYBODY && !actions.has(action));
    })
    .map((field) => field.name);
}

test('every field of a type that is read from the database is answered', () => {
  expect(unanswered(schema, declaredShapes())).toEqual([]);
});

test('every type and every root field names its audience', () => {
  expect(withoutAudience(schema)).toEqual([]);
});

test('every mutation names an action, and every action belongs to a role', () => {
  expect(withoutAction(schema, actionTable)).toEqual([]);
  expect([...actionTable].filter(([, roles]) => roles.length === 0)).toEqual([]);
});

test('a field nobody answers, a type without audience and a mutation without action are each named', () => {
  const [item] = declaredShapes().filter(({ type }) => type === 'Item');
  if (!item) throw new Error('There is no item');
  const { sku: _sku, ...fields } = item.fields;
  expect(unanswered(schema, [{ ...item, fields }])).toEqual(['Item.sku']);
  const bare = schema.toConfig();
  const planted = new GraphQLObjectType({ name: 'Planted', fields: {} });
  expect(withoutAudience({ getTypeMap: () => ({ ...bare.types, Planted: planted }) } as never)).toEqual(
    expect.arrayContaining(['Planted']),
  );
  expect(withoutAction(schema, new Map([...actionTable].filter(([name]) => name !== 'catalog.item.save')))).toEqual([
    'itemSave',
  ]);
});
