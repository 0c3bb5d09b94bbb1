import {
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql';
import { NeedsExecutor } from '../read/layout.ts';
import { fieldsOf, type DocumentPart } from '../read/selection.ts';

type Complete = (value: unknown) => string;

/**
 * Writes what a resolver gave as the document asks for it: a closure for each type, made once per document.
 * @throws NeedsExecutor for what only the executor can complete: abstract types, and fields with resolvers of their own.
 */
export function completer(
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  document: DocumentPart,
): Complete {
  if (isNonNullType(type)) return never(completer(type.ofType, sets, document));
  if (isListType(type)) return listOf(completer(type.ofType, sets, document));
  if (isLeafType(type)) return leafOf(type);
  if (isObjectType(type)) return objectOf(type, sets, document);
  throw new NeedsExecutor(type.name);
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

function objectOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[], document: DocumentPart): Complete {
  const parts = fieldsOf(sets, new Set([type.name]), document, (node) => node.alias?.value ?? node.name.value).map(
    ({ output, node, sets: below }) => {
      const name = node.name.value;
      const key = `${JSON.stringify(output)}:`;
      if (name === '__typename') return () => `${key}"${type.name}"`;
      const field = type.getFields()[name];
      if (!field || field.resolve) throw new NeedsExecutor(`${type.name}.${name}`);
      const inner = completer(field.type, below, document);
      return (value: Record<string, unknown>) => key + inner(value[name]);
    },
  );
  return (value) =>
    value === null || value === undefined
      ? 'null'
      : `{${parts.map((part) => part(value as Record<string, unknown>)).join(',')}}`;
}
