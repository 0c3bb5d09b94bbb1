import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** A question that asks one root field for everything below it that the schema of its reader offers. */
export interface Question {
  readonly root: string;
  readonly document: string;
  /** Whether the root takes an id: then the document has the variable `$id`. */
  readonly byId: boolean;
  /** Every field it reaches, as `Type.field`. */
  readonly fields: ReadonlySet<string>;
}

const DEPTH = 4;

/** One question per root query field of a schema, each as deep and as wide as it goes. */
export function questionsOf(schema: GraphQLSchema): Question[] {
  return Object.values(schema.getQueryType()?.getFields() ?? {}).map((field) => {
    const fields = new Set<string>();
    const byId = field.args.some(({ name, type }) => isNonNullType(type) && isId(name, type));
    const body = `${field.name}${argumentsOf(field.args)}${selectionOf(schema, getNamedType(field.type), DEPTH, fields)}`;
    fields.add(`Query.${field.name}`);
    return { root: field.name, byId, fields, document: `query ${byId ? '($id: ID!) ' : ''}{ ${body} }` };
  });
}

function selectionOf(schema: GraphQLSchema, type: GraphQLNamedType, depth: number, seen: Set<string>): string {
  if (isLeafType(type)) return '';
  if (isAbstractType(type)) {
    const kinds = schema
      .getPossibleTypes(type)
      .map((kind) => `... on ${kind.name} ${selectionOf(schema, kind, depth - 2, seen)}`);
    return ` { __typename ${kinds.filter((kind) => !kind.endsWith(' ')).join(' ')} }`;
  }
  if (!isObjectType(type) || depth <= 0) return '';
  const parts = Object.values(type.getFields()).flatMap((field) => fieldOf(schema, type, field, depth, seen));
  return ` { ${['__typename', ...parts].join(' ')} }`;
}

function fieldOf(
  schema: GraphQLSchema,
  owner: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  depth: number,
  seen: Set<string>,
): string[] {
  const answer = getNamedType(field.type);
  // Connections are two levels for the price of one.
  const cost = /(Connection|Edge)$/.test(answer.name) ? 0 : 1;
  if (!isLeafType(answer) && depth - cost <= 0) return [];
  seen.add(`${owner.name}.${field.name}`);
  // Fields of one name may differ in type between the kinds of an interface: each gets a name of its own.
  return [
    `${owner.name}_${field.name}: ${field.name}${argumentsOf(field.args)}${selectionOf(schema, answer, depth - cost, seen)}`,
  ];
}

function argumentsOf(args: readonly GraphQLArgument[]): string {
  const given = args
    .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
    .map((arg) => `${arg.name}: ${valueOf(arg)}`);
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

const isId = (name: string, type: GraphQLArgument['type']): boolean =>
  getNamedType(type).name === 'ID' && name.toLowerCase().endsWith('id');

function valueOf({ name, type }: GraphQLArgument): string {
  if (isId(name, type)) return '$id';
  const bare = getNullableType(type);
  const named = getNamedType(type);
  const one = isEnumType(named) ? (named.getValues()[0]?.name ?? '') : (SAMPLES[named.name] ?? '"x"');
  return isListType(bare) ? `[${one}]` : one;
}

const SAMPLES: Readonly<Record<string, string>> = {
  Int: '20',
  Boolean: 'true',
  Date: '"2026-01-01"',
  DateTime: '"2026-01-01T00:00:00Z"',
  Decimal: '"1"',
};
