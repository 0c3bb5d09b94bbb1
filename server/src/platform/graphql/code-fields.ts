import { getArgumentValues, type GraphQLField, type GraphQLResolveInfo } from 'graphql';
import { fillMarks, resolverOf, type CodeField } from '../read/code-answer.ts';
import { NeedsExecutor } from '../read/layout.ts';
import type { JsonText } from '../read/reader.ts';
import { outputOf } from '../read/selection.ts';
import { completer } from './complete.ts';
import type { Context } from './context.ts';

type Answer = (row: object, variables: Record<string, unknown>, context: Context) => string | Promise<string>;

// Made once for each field of each document, as the plans are that hold them.
const known = new WeakMap<CodeField, Answer>();

/** The text with the answers of the fields that code answers: their resolvers run as behind the executor. */
export function filled(text: JsonText, context: Context, info: GraphQLResolveInfo): string | Promise<string> {
  if (text.codeFields.length === 0) return text.json;
  const answers = text.codeFields.map((one) => answerOf(one, info));
  return fillMarks(text.json, (n, row) => {
    const answer = answers[n];
    if (!answer) throw new Error(`no field ${n} in the document`);
    return answer(row, info.variableValues, context);
  });
}

function answerOf(one: CodeField, info: GraphQLResolveInfo): Answer {
  let answer = known.get(one);
  if (!answer) known.set(one, (answer = makeAnswer(one, info)));
  return answer;
}

function makeAnswer(one: CodeField, info: GraphQLResolveInfo): Answer {
  const { type, field } = resolverOf(one, info);
  const { node, sets } = one.selection;
  if (!field) throw new NeedsExecutor(`${one.parent}.${node.name.value}`);
  const write = completer(field.type, sets, info);
  const { resolve } = field;
  // Without a resolver the value is what the statement made; it only has to be laid out.
  if (!resolve) return (row) => write((row as Record<string, unknown>)[outputOf(node)]);
  const argsOf = memoized(field, one);
  const own = { ...info, fieldName: field.name, fieldNodes: [node], returnType: field.type, parentType: type };
  return (row, variables, context) => {
    const answer: unknown = resolve(row, argsOf(variables), context, { ...own, variableValues: variables });
    return isPromise(answer) ? answer.then(write) : write(answer);
  };
}

/** The arguments of the field, worked out once for all the rows of a request. */
function memoized(field: GraphQLField<unknown, unknown>, { selection }: CodeField) {
  let last: { variables: Record<string, unknown>; args: Record<string, unknown> } | null = null;
  return (variables: Record<string, unknown>): Record<string, unknown> => {
    if (last?.variables !== variables) last = { variables, args: getArgumentValues(field, selection.node, variables) };
    return last.args;
  };
}

const isPromise = (value: unknown): value is Promise<unknown> => value instanceof Promise;
