import {
  getArgumentValues,
  getVariableValues,
  isNonNullType,
  Kind,
  OperationTypeNode,
  parse,
  validate,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { Extensions } from 'type-graphql';
import { wasRefused } from '../db/database-error.ts';
import { NeedsExecutor } from '../read/layout.ts';
import { JsonText, type ReadInfo } from '../read/reader.ts';
import { fieldsOf, setsOf, type DocumentPart } from '../read/selection.ts';
import { ANYBODY } from './allow.ts';
import { filled } from './code-fields.ts';
import { completer, payloadCompleter } from './complete.ts';
import type { Context } from './context.ts';

/** Marks a root field whose resolver hands on what a reader gave it, untouched: its answer may be finished text. */
export const HandsOn = (): MethodDecorator => Extensions({ handsOn: true });

interface Root {
  readonly key: string;
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
}

/**
 * The short way for a trusted document whose every field a statement can finish: resolvers run as ever, with their
 * rights and their checks, but what Postgres wrote is sent as it is, without rows, completion and writing it again. Only
 * a field answered in code is filled in by its resolver, from what the statement left for it in the text. Of mutations
 * those go this way that are one act (see `act`): the rows of their payload are finished text as well.
 */
export class DirectOperation {
  private isOpen = true;
  private readonly isAct: boolean;
  private readonly completers = new Map<FieldNode, (answer: unknown) => string>();

  private constructor(
    private readonly schema: GraphQLSchema,
    private readonly operation: OperationDefinitionNode,
    private readonly fragments: Record<string, FragmentDefinitionNode>,
    private readonly roots: readonly Root[],
  ) {
    this.isAct = operation.operation === OperationTypeNode.MUTATION;
  }

  /** Null when the document has to go the long way. */
  static of(schema: GraphQLSchema, text: string): DirectOperation | null {
    const document = parse(text);
    if (validate(schema, document).length > 0 || hasConditions(document)) return null;
    const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
    const [operation] = operations;
    if (!operation || operations.length > 1 || operation.operation === OperationTypeNode.SUBSCRIPTION) return null;
    const roots = rootsOf(schema, operation);
    const named = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
    const fragments = Object.fromEntries(named.map((one) => [one.name.value, one]));
    if (!roots || (operation.operation === OperationTypeNode.MUTATION && !isOneAct(roots, { fragments }))) return null;
    return new DirectOperation(schema, operation, fragments, roots);
  }

  /**
   * The whole response, or null when this request has to go the long way: an error, or a field computed in code. Nothing
   * has happened then. @throws Error when nobody knows whether an act was committed: it must not be done again
   */
  async answer(context: Context, variables: Record<string, unknown>): Promise<string | null> {
    if (!this.isOpen) return null;
    const given = getVariableValues(this.schema, this.operation.variableDefinitions ?? [], variables);
    if (!given.coerced) return null;
    const { coerced } = given;
    const mode = this.isAct ? 'write' : 'read';
    try {
      return await context.operate(
        mode,
        false,
        (own) => this.resolve(own, coerced),
        () => false,
      );
    } catch (error) {
      if (this.isAct && context.hasAskedToCommit && !wasRefused(error)) throw error;
      return this.leave(error);
    }
  }

  /** The executor runs it again and says what is wrong in the usual way; what can never be text it keeps. */
  private leave(error: unknown): null {
    if (error instanceof NotText || error instanceof NeedsExecutor) this.isOpen = false;
    return null;
  }

  // All statements of a document travel together: they share one connection, which answers them in order.
  private async resolve(context: Context, variables: Record<string, unknown>): Promise<string> {
    const answers = await Promise.all(this.roots.map((root) => this.resolveRoot(root, context, variables)));
    return `{"data":{${answers.map((answer, n) => `${JSON.stringify(this.roots[n]?.key)}:${answer}`).join(',')}}}`;
  }

  private async resolveRoot(root: Root, context: Context, variables: Record<string, unknown>): Promise<string> {
    const { node, field } = root;
    const info = this.infoFor(root, variables);
    // Whether a payload can be laid out has to be known before anything is done.
    const complete = this.isAct ? this.completed(root, info) : null;
    const answer: unknown = await field.resolve?.(undefined, getArgumentValues(field, node, variables), context, info);
    if (complete) return complete(answer);
    if (answer instanceof JsonText) return filled(answer, context, info);
    if ((answer === null || answer === undefined) && !isNonNullType(field.type)) return 'null';
    if (info.wantsText) throw new NotText();
    return this.completed(root, info)(answer);
  }

  private infoFor({ node, field }: Root, variables: Record<string, unknown>): ReadInfo {
    const handsOn = field.extensions['handsOn'] === true;
    return {
      fieldName: field.name,
      fieldNodes: [node],
      returnType: field.type,
      parentType: this.schema.getRootType(this.operation.operation),
      schema: this.schema,
      fragments: this.fragments,
      operation: this.operation,
      variableValues: variables,
      path: { prev: undefined, key: node.name.value, typename: this.isAct ? 'Mutation' : 'Query' },
      rootValue: undefined,
      wantsText: this.isAct || handsOn,
      isAlone: this.roots.length === 1 && handsOn,
    } as unknown as ReadInfo;
  }

  /** What a resolver answers in code is written as the document asks for it. */
  private completed({ field, node }: Root, info: ReadInfo): (answer: unknown) => string {
    let complete = this.completers.get(node);
    const make = this.isAct ? payloadCompleter : completer;
    if (!complete) this.completers.set(node, (complete = make(field.type, setsOf(info), info)));
    return complete;
  }
}

class NotText extends Error {}

/** The root fields of an operation; null where a fragment hides them. */
function rootsOf(schema: GraphQLSchema, { operation, selectionSet }: OperationDefinitionNode): Root[] | null {
  const fields = schema.getRootType(operation)?.getFields() ?? {};
  const roots = selectionSet.selections.map((node): Root | null => {
    const field = node.kind === Kind.FIELD ? fields[node.name.value] : undefined;
    return node.kind === Kind.FIELD && field ? { node, field, key: node.alias?.value ?? node.name.value } : null;
  });
  return roots.every((root) => root !== null) ? roots : null;
}

/** Signing in and its like do more than their transaction. An alias in a payload could ask for one row in two ways. */
function isOneAct(roots: readonly Root[], document: DocumentPart): boolean {
  const [root] = roots;
  const action = root?.field.extensions['action'];
  const payload = root?.node.selectionSet;
  const isPlain = !payload || fieldsOf([payload], undefined, document, aliasOf).every(({ node }) => !node.alias);
  return roots.length === 1 && typeof action === 'string' && action !== ANYBODY && isPlain;
}

const aliasOf = ({ alias, name }: FieldNode): string => alias?.value ?? name.value;

const MOST_DOCUMENTS = 2000;

/** The direct operations of one audience, made when a document is first asked for. */
export class DirectOperations {
  private readonly byText = new Map<string, DirectOperation | null>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** The whole response, or null when this request has to go the long way. */
  async answer(text: string, context: Context, variables: Record<string, unknown>): Promise<string | null> {
    let query = this.byText.get(text);
    if (query === undefined && this.byText.size < MOST_DOCUMENTS) {
      this.byText.set(text, (query = DirectOperation.of(this.schema, text)));
    }
    return query ? query.answer(context, variables) : null;
  }
}

/** @skip and @include change the shape of the answer from request to request. */
function hasConditions(document: DocumentNode): boolean {
  let found = false;
  visit(document, { Directive: () => void (found = true) });
  return found;
}
