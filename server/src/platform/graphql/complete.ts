import {
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  getNamedType,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';
import { NeedsExecutor } from '../read/layout.ts';
import { JsonText } from '../read/reader.ts';
import { fieldsOf, type DocumentPart } from '../read/selection.ts';
import { isShaped } from '../read/shape.ts';

type Complete = (value: unknown) => string;
type Document = DocumentPart & { readonly schema: GraphQLSchema };

/**
 * Writes what a resolver gave as the document asks for it: a closure for each type, made once per document.
 * @throws NeedsExecutor for what only the executor can complete: fields with resolvers of their own.
 */
export function completer(type: GraphQLOutputType, sets: readonly SelectionSetNode[], document: Document): Complete {
  if (isNonNullType(type)) return never(completer(type.ofType, sets, document));
  if (isListType(type)) return listOf(completer(type.ofType, sets, document));
  if (isLeafType(type)) return leafOf(type);
  if (isObjectType(type)) return objectOf(type, new Set([type.name]), sets, document);
  return abstractOf(type, sets, document);
}

/** The same for the payload of an act, whose rows were read as finished text. */
export function payloadCompleter(
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  document: Document,
): Complete {
  if (isNonNullType(type)) return payloadCompleter(type.ofType, sets, document);
  if (!isObjectType(type)) throw new NeedsExecutor(String(type));
  return objectOf(type, new Set([type.name]), sets, document, (field, below) =>
    isShaped(getNamedType(field.type).name) ? written : completer(field.type, below, document),
  );
}

function written(value: unknown): string {
  if (value instanceof JsonText) return value.json;
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value) && value.length === 0) return '[]';
  throw new Error('a payload shows a row that no statement has written');
}

const never =
  (inner: Complete): Complete =>
  (value) => {
    if (value === null || value === undefined) throw new Error('a null where there is never one');
    return inner(value);
  };

const listOf =
  (inner: Complete): Complete =>
  (value) => {
    if (value === null || value === undefined) return 'null';
    return `[${Array.from(value as Iterable<unknown>, inner).join(',')}]`;
  };

const leafOf =
  (type: GraphQLLeafType): Complete =>
  (value) =>
    value === null || value === undefined ? 'null' : JSON.stringify(type.serialize(value));

/** The type of each value is the one it names itself. */
function abstractOf(abstract: GraphQLAbstractType, sets: readonly SelectionSetNode[], document: Document): Complete {
  const known = new Map(
    document.schema
      .getPossibleTypes(abstract)
      .map((type) => [type.name, objectOf(type, new Set([type.name, abstract.name]), sets, document)]),
  );
  return (value) => {
    if (value === null || value === undefined) return 'null';
    const complete = known.get(String((value as { __typename?: unknown }).__typename));
    if (!complete) throw new Error(`nobody knows what kind of ${abstract.name} this is`);
    return complete(value);
  };
}

type Inner = (field: GraphQLField<unknown, unknown>, sets: readonly SelectionSetNode[]) => Complete;

function objectOf(
  type: GraphQLObjectType,
  names: ReadonlySet<string>,
  sets: readonly SelectionSetNode[],
  document: Document,
  innerOf: Inner = (field, below) => completer(field.type, below, document),
): Complete {
  const parts = fieldsOf(sets, names, document, (node) => node.alias?.value ?? node.name.value).map(
    ({ output, node, sets: below }) => {
      const name = node.name.value;
      const key = `${JSON.stringify(output)}:`;
      if (name === '__typename') return () => `${key}"${type.name}"`;
      const field = type.getFields()[name];
      if (!field || field.resolve) throw new NeedsExecutor(`${type.name}.${name}`);
      const inner = innerOf(field, below);
      return (value: Record<string, unknown>) => key + inner(value[name]);
    },
  );
  return (value) =>
    value === null || value === undefined
      ? 'null'
      : `{${parts.map((part) => part(value as Record<string, unknown>)).join(',')}}`;
}
