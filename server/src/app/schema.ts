import { printSchemaWithDirectives } from '@graphql-tools/utils';
import {
  DirectiveLocation,
  GraphQLDirective,
  GraphQLEnumType,
  GraphQLList,
  GraphQLNonNull,
  isInterfaceType,
  isObjectType,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type GraphQLSchema,
} from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { AuditResolver } from '../platform/audit/audit.resolver.ts';
import { LiveResolver } from '../platform/events/live.resolver.ts';
import { checkInput } from '../platform/graphql/check-input.ts';
import { guardActions } from '../platform/graphql/allow.ts';
import { AudienceSchemas } from '../platform/graphql/audience-schemas.ts';
import { audienceOf, EVERYBODY, type Reader } from '../platform/graphql/audience.ts';
import { Refusal } from '../platform/graphql/common.types.ts';
import { NodeResolver } from '../platform/graphql/node.resolver.ts';
import { TaskResolver } from '../platform/tasks/task.resolver.ts';
import { modules } from './modules.ts';

/** The whole schema, with the check of its action before every act. */
export function buildWholeSchema(): GraphQLSchema {
  const resolvers = [
    NodeResolver,
    LiveResolver,
    TaskResolver,
    AuditResolver,
    ...modules.flatMap((module) => module.resolvers),
  ];
  const schema = buildSchemaSync({
    resolvers: resolvers as unknown as [() => unknown],
    orphanedTypes: [Refusal, ...modules.flatMap((module) => module.types ?? [])],
    directives: [audienceDirective],
    validateFn: checkInput,
    pubSub: noPubSub,
    // It would ask the schema for all it knows of itself at every start; the first query has it validated anyway.
    skipCheck: true,
  });
  // TypeGraphQL answers with a promise here, which the compiled executor does not wait for; our rows name their type.
  for (const type of Object.values(schema.getTypeMap())) {
    if (isInterfaceType(type)) type.resolveType = (row: { __typename?: string }) => row.__typename;
  }
  dropEmptyResolvers(schema);
  guardActions(schema);
  return schema;
}

/**
 * TypeGraphQL wraps every plain field in a resolver that only reads the property. Without it the executor reads the
 * property itself, and a field that still has a resolver is one that code answers.
 */
function dropEmptyResolvers(schema: GraphQLSchema): void {
  const answered = new Set(
    global.TypeGraphQLMetadataStorage.fieldResolvers.map(({ getObjectType, schemaName }) => {
      const owner = getObjectType?.();
      const type = global.TypeGraphQLMetadataStorage.objectTypes.find(({ target }) => target === owner);
      return `${type?.name ?? ''}.${schemaName}`;
    }),
  );
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    // The types of the introspection are graphql's own, and answer by their resolvers.
    if (!isObjectType(type) || roots.includes(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      if (!answered.has(`${type.name}.${field.name}`)) delete field.resolve;
    }
  }
}

// Subscriptions follow the database (see WakeUps); nothing is published inside a process.
const noPubSub = {
  publish: () => {
    throw new Error('Record an event instead');
  },
  subscribe: () => {
    throw new Error('Follow the wake-ups instead');
  },
};

/** What each audience can know of, and no more. */
export const buildSchemas = (): AudienceSchemas => new AudienceSchemas(buildWholeSchema());

const audienceDirective = new GraphQLDirective({
  name: 'audience',
  description: 'Who may know of this type or field; for everybody else it does not exist.',
  locations: [DirectiveLocation.OBJECT, DirectiveLocation.FIELD_DEFINITION, DirectiveLocation.INTERFACE],
  args: {
    in: {
      type: new GraphQLNonNull(
        new GraphQLList(
          new GraphQLNonNull(
            new GraphQLEnumType({
              name: 'Reader',
              values: Object.fromEntries(EVERYBODY.map((reader) => [reader, {}])),
            }),
          ),
        ),
      ),
    },
  },
});

/** The schema as text, every type and field with its audience: committed, and compared at every check. */
export function printWholeSchema(schema: GraphQLSchema): string {
  const document = parse(printSchemaWithDirectives(schema));
  const marked = visit(document, {
    ObjectTypeDefinition: { leave: (node) => mark(schema, node.name.value, node) },
    InterfaceTypeDefinition: { leave: (node) => mark(schema, node.name.value, node) },
  });
  return `${print(marked)}\n`;
}

type Marked = {
  readonly fields?: readonly {
    readonly name: { readonly value: string };
    readonly directives?: readonly ConstDirectiveNode[];
  }[];
  readonly directives?: readonly ConstDirectiveNode[];
};

function mark<T extends Marked>(schema: GraphQLSchema, typeName: string, node: T): T {
  const type = schema.getType(typeName);
  if (!isObjectType(type) && !isInterfaceType(type)) return node;
  const inherited = audienceOf(type);
  const fields = type.getFields();
  return {
    ...node,
    directives: [...(node.directives ?? []), ...directive(inherited)],
    fields: node.fields?.map((field) => ({
      ...field,
      directives: [...(field.directives ?? []), ...directive(audienceOf(fields[field.name.value] ?? {}) ?? inherited)],
    })),
  };
}

function directive(readers: readonly Reader[] | undefined): readonly ConstDirectiveNode[] {
  if (!readers) return [];
  const text = `type T @audience(in: [${readers.join(', ')}]) { f: Int }`;
  const [definition] = parse(text, { noLocation: true }).definitions;
  return definition && 'directives' in definition
    ? ((definition.directives ?? []) as readonly ConstDirectiveNode[])
    : [];
}
