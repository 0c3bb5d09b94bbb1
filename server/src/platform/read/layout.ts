import { getNamedType, isObjectType, type FieldNode, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { outputOf } from './selection.ts';

/**
 * How the answer is laid out. `rows` is for the GraphQL executor: objects by field name, which it completes. `text` is
 * the finished answer: keys as the document names them, type names filled in, nothing left for anybody to resolve.
 */
export interface Layout {
  readonly keyOf: (node: FieldNode) => string;
  readonly isText: boolean;
  /** Whether a resolver in code answers a field of `parent`. */
  readonly isResolved: (parent: string, field: string) => boolean;
  /** The GraphQL type of a field of `parent`; undefined where the layout does not need it. */
  readonly typeOf: (parent: string | undefined, field: string) => string | undefined;
}

export const rowsLayout: Layout = { keyOf: outputOf, isText: false, isResolved: () => false, typeOf: () => undefined };

/** This document cannot be answered by text: only the executor can tell what a field of it answers. */
export class NeedsExecutor extends Error {}

export function textLayout(schema: GraphQLSchema): Layout {
  const definitionOf = (parent: string | undefined, field: string) => {
    const type = schema.getType(parent ?? '');
    return isObjectType(type) ? type.getFields()[field] : undefined;
  };
  return {
    keyOf: (node) => node.alias?.value ?? node.name.value,
    isText: true,
    isResolved: (parent, field) => Boolean(definitionOf(parent, field)?.resolve),
    typeOf(parent, field) {
      const definition = definitionOf(parent, field);
      if (!definition || definition.resolve) throw new NeedsExecutor(`${parent ?? '?'}.${field}`);
      const answer = getNamedType(definition.type);
      return isObjectType(answer) ? (answer as GraphQLObjectType).name : undefined;
    },
  };
}
