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
import { NeedsExecutor } from '../read/layout.ts';
import { JsonText, type ReadInfo } from '../read/reader.ts';
import { setsOf } from '../read/selection.ts';
import { filled } from './code-fields.ts';
import { completer } from './complete.ts';
import type { Context } from './context.ts';

/** Marks a root field whose resolver hands on what a reader gave it, untouched: its answer may be finished text. */
export const HandsOn = (): MethodDecorator => Extensions({ handsOn: true });

interface Root {
  readonly key: string;
  readonly node: FieldNode;
  readonly field: GraphQLField<unknown, unknown>;
}

/**
 * The short way for a trusted query whose every field a statement can finish: resolvers run as ever, with their rights
 * and their checks, but what Postgres wrote is sent as it is, without rows, completion and writing it again. Only a field answered in code
 * is filled in by its resolver, from what the statement left for it in the text.
 */
export class DirectQuery {
  private isOpen = true;
  private readonly completers = new Map<FieldNode, (answer: unknown) => string>();

  private constructor(
    private readonly schema: GraphQLSchema,
    private readonly operation: OperationDefinitionNode,
    private readonly fragments: Record<string, FragmentDefinitionNode>,
    private readonly roots: readonly Root[],
  ) {}

  /** Null when the document has to go the long way. */
  static of(schema: GraphQLSchema, text: string): DirectQuery | null {
    const document = parse(text);
    if (validate(schema, document).length > 0 || hasConditions(document)) return null;
    const operations = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
    const [operation] = operations;
    if (!operation || operations.length > 1 || operation.operation !== OperationTypeNode.QUERY) return null;
    const fields = schema.getQueryType()?.getFields() ?? {};
    const roots = operation.selectionSet.selections.map((node): Root | null => {
      const field = node.kind === Kind.FIELD ? fields[node.name.value] : undefined;
      return node.kind === Kind.FIELD && field ? { node, field, key: node.alias?.value ?? node.name.value } : null;
    });
    if (!roots.every((root) => root !== null)) return null;
    const fragments = document.definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
    return new DirectQuery(schema, operation, Object.fromEntries(fragments.map((one) => [one.name.value, one])), roots);
  }

  /** The whole response, or null when this request has to go the long way: an error, or a field computed in code. */
  async answer(context: Context, variables: Record<string, unknown>): Promise<string | null> {
    if (!this.isOpen) return null;
    const given = getVariableValues(this.schema, this.operation.variableDefinitions ?? [], variables);
    if (!given.coerced) return null;
    try {
      return await context.operate(
        'read',
        false,
        () => this.resolve(context, given.coerced),
        () => false,
      );
    } catch (error) {
      // The executor runs it again and says what is wrong in the usual way.
      if (error instanceof NotText || error instanceof NeedsExecutor) this.isOpen = false;
      return null;
    }
  }

  // All statements of a document travel together: they share one connection, which answers them in order.
  private async resolve(context: Context, variables: Record<string, unknown>): Promise<string> {
    const answers = await Promise.all(this.roots.map((root) => this.resolveRoot(root, context, variables)));
    return `{"data":{${answers.map((answer, n) => `${JSON.stringify(this.roots[n]?.key)}:${answer}`).join(',')}}}`;
  }

  private async resolveRoot(root: Root, context: Context, variables: Record<string, unknown>): Promise<string> {
    const { node, field } = root;
    const info = {
      fieldName: field.name,
      fieldNodes: [node],
      returnType: field.type,
      parentType: this.schema.getQueryType(),
      schema: this.schema,
      fragments: this.fragments,
      operation: this.operation,
      variableValues: variables,
      path: { prev: undefined, key: node.name.value, typename: 'Query' },
      rootValue: undefined,
      wantsText: field.extensions['handsOn'] === true,
      isAlone: this.roots.length === 1,
    } as unknown as ReadInfo;
    const answer: unknown = await field.resolve?.(undefined, getArgumentValues(field, node, variables), context, info);
    if (answer instanceof JsonText) return filled(answer, context, info);
    if ((answer === null || answer === undefined) && !isNonNullType(field.type)) return 'null';
    if (info.wantsText) throw new NotText();
    return this.completed(root, info)(answer);
  }

  /** What a resolver answers in code is written as the document asks for it. */
  private completed({ field, node }: Root, info: ReadInfo): (answer: unknown) => string {
    let complete = this.completers.get(node);
    if (!complete) this.completers.set(node, (complete = completer(field.type, setsOf(info), info)));
    return complete;
  }
}

class NotText extends Error {}

const MOST_DOCUMENTS = 2000;

/** The direct queries of one audience, made when a document is first asked for. */
export class DirectQueries {
  private readonly byText = new Map<string, DirectQuery | null>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** The whole response, or null when this request has to go the long way. */
  async answer(text: string, context: Context, variables: Record<string, unknown>): Promise<string | null> {
    let query = this.byText.get(text);
    if (query === undefined && this.byText.size < MOST_DOCUMENTS) {
      this.byText.set(text, (query = DirectQuery.of(this.schema, text)));
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
