import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import { isObjectType, type GraphQLFieldConfig, type GraphQLSchema } from 'graphql';
import { audienceOf, type Extended, type Reader } from './audience.ts';

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/** The part of the schema that one audience can see, ask and introspect; the rest does not exist for it. */
function schemaFor(schema: GraphQLSchema, reader: Reader): GraphQLSchema {
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

/** One schema per audience, each made when it is first asked for. */
export class AudienceSchemas {
  private readonly made = new Map<Reader, GraphQLSchema>();

  constructor(private readonly whole: GraphQLSchema) {}

  /** What does not exist in it, does not exist for this audience. */
  of(reader: Reader): GraphQLSchema {
    let schema = this.made.get(reader);
    if (!schema) this.made.set(reader, (schema = schemaFor(this.whole, reader)));
    return schema;
  }
}
