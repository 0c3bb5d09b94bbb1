import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import type { Questions } from './questions.ts';

/** One place of a mutation's arguments where an id stands: `input.lines.itemId`, a field of `OrderLineInput`. */
export interface IdPlace {
  readonly path: string;
  readonly owner: string;
  readonly name: string;
  readonly isNullable: boolean;
}

/** Gives the id for a place, or null for none. */
export type Chooser = (place: IdPlace) => string | null;

const DEEPEST = 4;

/** One mutation, with every place of its arguments where an id may stand. */
export class Act {
  readonly places: readonly IdPlace[];
  readonly document: string;

  constructor(
    readonly field: GraphQLField<unknown, unknown>,
    questions: Questions,
  ) {
    this.places = field.args.flatMap((arg) => placesIn(arg.type, arg.name, field.name, arg.name, []));
    const heads = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
    const args = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
    const call = args ? `(${args})` : '';
    this.document = `mutation ${heads ? `(${heads}) ` : ''}{ ${field.name}${call}${questions.payloadOf(getNamedType(field.type))} }`;
    questions.reached.add(`Mutation.${field.name}`);
  }

  get action(): string {
    return String(this.field.extensions['action']);
  }

  /** Variables that say as little as they may, and what `wanted` needs on the way to it. */
  variables(choose: Chooser, wanted = ''): Record<string, unknown> {
    const way = { choose, wanted };
    return Object.fromEntries(
      this.field.args.map(({ name, type }) => [name, valueOf(type, { path: name, owner: this.field.name, name }, way)]),
    );
  }
}

export const actsOf = (schema: GraphQLSchema, questions: Questions): Act[] =>
  Object.values(schema.getMutationType()?.getFields() ?? {}).map((field) => new Act(field, questions));

function placesIn(
  type: GraphQLInputType,
  path: string,
  owner: string,
  name: string,
  above: readonly string[],
): IdPlace[] {
  const named = getNamedType(type);
  if (named.name === 'ID') return isKey(name) ? [] : [{ path, owner, name, isNullable: !isNonNullType(type) }];
  if (!isInputObjectType(named) || above.includes(named.name) || above.length > DEEPEST) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    placesIn(field.type, `${path}.${field.name}`, named.name, field.name, [...above, named.name]),
  );
}

/** Keys that the caller makes up himself, so that nobody finds anything under them. */
const isKey = (name: string): boolean => name === 'idempotencyKey';

type Way = { readonly choose: Chooser; readonly wanted: string };

function valueOf(type: GraphQLInputType, place: Omit<IdPlace, 'isNullable'>, way: Way): unknown {
  const { path } = place;
  const isOnTheWay = way.wanted === path || way.wanted.startsWith(`${path}.`);
  if (!isNonNullType(type) && !isOnTheWay) return undefined;
  const bare = getNullableType(type);
  if (!isListType(bare)) return bareValueOf(type, place, way);
  // Of what is in a list, one is asked for, whether or not the list may hold nothing.
  const one = bareValueOf(bare.ofType, place, way);
  return one === null ? null : [one];
}

function bareValueOf(type: GraphQLInputType, place: Omit<IdPlace, 'isNullable'>, way: Way): unknown {
  const named = getNamedType(type);
  const { name, path } = place;
  if (named.name === 'ID') {
    return isKey(name) ? `key-${randomUUID()}` : way.choose({ ...place, isNullable: !isNonNullType(type) });
  }
  if (isEnumType(named)) return named.getValues()[0]?.name;
  if (!isInputObjectType(named)) return scalarOf(named.name, name);
  return Object.fromEntries(
    Object.values(named.getFields()).map((field) => [
      field.name,
      valueOf(field.type, { path: `${path}.${field.name}`, owner: named.name, name: field.name }, way),
    ]),
  );
}

const SCALARS: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  Date: '2026-12-01',
  DateTime: '2026-12-01T00:00:00Z',
  Decimal: '1',
};

const scalarOf = (type: string, name: string): unknown =>
  SCALARS[type] ?? (/mail/i.test(name) ? 'somebody@example.com' : 'x');
