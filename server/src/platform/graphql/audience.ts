import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import { isObjectType, type GraphQLFieldConfig, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';
import { AUDIENCES, type Actor, type Audience } from '../access/actor.ts';

/** Who may know that a type or a field exists: PUBLIC is whoever has not signed in. */
export type Reader = Audience | 'PUBLIC';
export const EVERYBODY: readonly Reader[] = ['PUBLIC', ...AUDIENCES];
export const SIGNED_IN: readonly Reader[] = AUDIENCES;
export const STAFF: readonly Reader[] = ['STAFF'];
export const SUPPLY_SIDE: readonly Reader[] = ['STAFF', 'SUPPLIER'];
export const DEMAND_SIDE: readonly Reader[] = ['STAFF', 'CUSTOMER'];

/** Names the audience of a type, or narrows that of a field. A type without one is nobody's: the build refuses it. */
export function For(readers: readonly Reader[]): ClassDecorator & MethodDecorator & PropertyDecorator {
  return Extensions({ audience: readers }) as ClassDecorator & MethodDecorator & PropertyDecorator;
}

type Extended = { extensions?: { readonly audience?: unknown; readonly [name: string]: unknown } | null | undefined };

/** The audience that a type or field names for itself. */
export function audienceOf(thing: Extended): readonly Reader[] | undefined {
  return thing.extensions?.audience as readonly Reader[] | undefined;
}

export const readerOf = (actor: Actor): Reader =>
  actor.audience === 'NOBODY' ? 'PUBLIC' : actor.audience === 'SYSTEM' ? 'STAFF' : actor.audience;

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/** The part of the schema that one audience can see, ask and introspect; the rest does not exist for it. */
export function schemaFor(schema: GraphQLSchema, reader: Reader): GraphQLSchema {
  const isSeen = (thing: Extended, inherited: readonly Reader[]) => (audienceOf(thing) ?? inherited).includes(reader);
  const seen = mapSchema(schema, {
    [MapperKind.OBJECT_TYPE]: (type) => (ROOTS.has(type.name) || isSeen(type, []) ? type : null),
    [MapperKind.INTERFACE_TYPE]: (type) => (isSeen(type, []) ? type : null),
    [MapperKind.OBJECT_FIELD]: (field: GraphQLFieldConfig<unknown, unknown>, _name, typeName) => {
      const type = schema.getType(typeName);
      const inherited = type && isObjectType(type) && !ROOTS.has(typeName) ? (audienceOf(type) ?? []) : [];
      return isSeen(field, inherited) ? field : null;
    },
  });
  return pruneSchema(seen);
}
