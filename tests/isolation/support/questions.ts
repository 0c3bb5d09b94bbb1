import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isEnumType,
  isInputObjectType,
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

/** What is asked of one root field. */
export interface Question {
  readonly root: string;
  readonly document: string;
  /** Arguments of the root that take an id: the document has a variable for each that it gives. */
  readonly ids: readonly string[];
}

const DEEPEST = 4;

/** Asks a schema everything it offers, and remembers which fields it has asked for. */
export class Questions {
  /** `Type.field`, reached from a root. */
  readonly reached = new Set<string>();

  constructor(private readonly schema: GraphQLSchema) {}

  get roots(): GraphQLField<unknown, unknown>[] {
    return Object.values(this.schema.getQueryType()?.getFields() ?? {});
  }

  /** Everything below a root field, as deep and as wide as it goes, with what it must be given. */
  whole(field: GraphQLField<unknown, unknown>): Question {
    const given = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
    return this.ask(
      field,
      given.map((arg) => [arg, sampleOf(arg)]),
      this.selectionOf(getNamedType(field.type), DEEPEST),
    );
  }

  /** The same list, looked at through one more argument: counts, places and ids only. */
  through(field: GraphQLField<unknown, unknown>, through: GraphQLArgument, value?: string): Question {
    const given = field.args.filter(
      (arg) => arg !== through && isNonNullType(arg.type) && arg.defaultValue === undefined,
    );
    const pairs = [
      ...given.map((arg) => [arg, sampleOf(arg)] as const),
      [through, value ?? sampleOf(through)] as const,
    ];
    return this.ask(field, pairs, this.selectionOf(getNamedType(field.type), 1));
  }

  /** One thing of that type by its id, in full. */
  node(type: string): Question {
    const kind = this.schema.getType(type);
    const inner = kind ? this.selectionOf(kind, 2) : '';
    return {
      root: 'node',
      document: `query ($id: ID!) { node(id: $id) { __typename ${inner && `... on ${type}${inner}`} } }`,
      ids: ['id'],
    };
  }

  private ask(
    field: GraphQLField<unknown, unknown>,
    given: readonly (readonly [GraphQLArgument, string])[],
    selection: string,
  ): Question {
    this.reached.add(`Query.${field.name}`);
    const ids = given.filter(([arg]) => isId(arg)).map(([{ name }]) => name);
    const heads = ids.map((name) => `$${name}: ${String(field.args.find((arg) => arg.name === name)?.type)}`);
    const args = given.map(([{ name }, value]) => `${name}: ${value}`);
    const body = `${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${selection}`;
    return { root: field.name, document: `query ${heads.length > 0 ? `(${heads.join(', ')}) ` : ''}{ ${body} }`, ids };
  }

  /** What is asked of the payload of a mutation. Its fields bear their own names, as the direct way wants them. */
  payloadOf(type: GraphQLNamedType): string {
    return this.selectionOf(type, 2).replaceAll(new RegExp(`\\b${type.name}_\\w+: `, 'g'), '');
  }

  /** What is asked of a type. */
  selectionOf(type: GraphQLNamedType, depth: number): string {
    if (isLeafType(type)) return '';
    if (isAbstractType(type)) {
      if (depth <= 0) return '';
      const kinds = this.schema
        .getPossibleTypes(type)
        .map((kind) => [kind, this.selectionOf(kind, Math.max(depth - 2, 1))] as const);
      const parts = kinds.filter(([, inner]) => inner !== '').map(([kind, inner]) => `... on ${kind.name}${inner}`);
      return ` { __typename ${parts.join(' ')} }`;
    }
    if (!isObjectType(type) || depth <= 0) return '';
    const parts = Object.values(type.getFields()).flatMap((field) => this.partOf(type, field, depth));
    return ` { ${['__typename', ...parts].join(' ')} }`;
  }

  private partOf(owner: GraphQLObjectType, field: GraphQLField<unknown, unknown>, depth: number): string[] {
    const answer = getNamedType(field.type);
    const left = depth - (isFree(answer) ? 0 : 1);
    if (!isLeafType(answer) && left <= 0) return [];
    const inner = this.selectionOf(answer, isShort(answer) ? Math.max(left, 1) : left);
    if (!isLeafType(answer) && inner === '') return [];
    this.reached.add(`${owner.name}.${field.name}`);
    const must = field.args.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined);
    const args = must.map(
      (arg) => `${arg.name}: ${isId(arg) ? '"itm_00000000000000000000000000000000"' : sampleOf(arg)}`,
    );
    // Fields of one name may differ in type between the kinds of an interface: each gets a name of its own.
    const call = args.length > 0 ? `(${args.join(', ')})` : '';
    return [`${owner.name}_${field.name}: ${field.name}${call}${inner}`];
  }
}

/** Figures with a unit, and refusals: asked for wherever they are met. */
const isShort = (type: GraphQLNamedType): boolean => isFlat(type) || type.name === 'UserError';
/** Connections are two levels for the price of one. */
const isFree = (type: GraphQLNamedType): boolean => /(Connection|Edge)$/.test(type.name) || isShort(type);
const isFlat = (type: GraphQLNamedType): boolean =>
  isObjectType(type) && Object.values(type.getFields()).every((field) => isLeafType(getNamedType(field.type)));

export const isId = ({ name, type }: { name: string; type: GraphQLArgument['type'] }): boolean =>
  getNamedType(type).name === 'ID' && /ids?$/i.test(name);

/** A value that the argument takes; an id is left to a variable. */
export function sampleOf(arg: GraphQLArgument): string {
  if (isId(arg)) return `$${arg.name}`;
  const named = getNamedType(arg.type);
  const one = sampleOfNamed(named);
  return isListType(getNullableType(arg.type)) ? `[${one}]` : one;
}

function sampleOfNamed(named: GraphQLNamedType): string {
  if (isEnumType(named)) return named.getValues()[0]?.name ?? '';
  if (!isInputObjectType(named)) return SAMPLES[named.name] ?? '"x"';
  const fields = Object.values(named.getFields()).filter(({ type }) => isNonNullType(type));
  return `{ ${fields.map(({ name, type }) => `${name}: ${sampleOfNamed(getNamedType(type))}`).join(', ')} }`;
}

/** Every value of an argument that there are few of. */
export function choicesOf({ type }: GraphQLArgument): readonly string[] {
  const named = getNamedType(type);
  const values = isEnumType(named)
    ? named.getValues().map(({ name }) => name)
    : named.name === 'Boolean'
      ? ['true', 'false']
      : [];
  return isListType(getNullableType(type)) ? values.map((value) => `[${value}]`) : values;
}

const SAMPLES: Readonly<Record<string, string>> = {
  Int: '20',
  Float: '1',
  Boolean: 'true',
  Date: '"2026-01-01"',
  DateTime: '"2026-01-01T00:00:00Z"',
  Decimal: '"1"',
};
