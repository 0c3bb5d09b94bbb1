import type { GraphQLArgument, GraphQLField } from 'graphql';
import { choicesOf, isId, type Question, type Questions } from './questions.ts';
import { everyKind, idOf, kindsOf, type Kind } from './ids.ts';
import type { Somebody } from './actors.ts';
import type { World } from './world.ts';

/** One thing to ask: a document, and its variables once it is known whose ids they are. */
export interface Probe {
  readonly name: string;
  readonly document: string;
  readonly variables: Record<string, unknown>;
}

type Field = GraphQLField<unknown, unknown>;

/** Of what an id argument of a root may be; `node` takes every kind. */
export const kindsOfArgument = (field: Field, name: string): Kind[] =>
  field.name === 'node' ? everyKind() : kindsOf(field.name, name);

/** Everything to ask without naming anything of somebody else: each root in full, and through each of its arguments. */
export function* openProbes(world: World, who: Somebody, questions: Questions): Generator<Probe> {
  for (const field of questions.roots) {
    // What `node` answers is asked for kind by kind, with the ids.
    if (field.name !== 'node') yield probe(world, field, questions.whole(field), who.party.mark);
    for (const arg of field.args) {
      for (const value of choicesOf(arg))
        yield probe(world, field, questions.through(field, arg, value), who.party.mark, value);
      if (choicesOf(arg).length === 0 && !isId(arg) && isOptional(arg))
        yield probe(world, field, questions.through(field, arg), who.party.mark, arg.name);
    }
  }
}

const isOptional = (arg: GraphQLArgument): boolean => !String(arg.type).endsWith('!') || arg.defaultValue !== undefined;

function probe(world: World, field: Field, question: Question, mark: string, name = ''): Probe {
  const variables = Object.fromEntries(
    question.ids.map((id) => {
      const [kind] = kindsOfArgument(field, id);
      return [id, kind ? idOf(world.rows, kind, mark) : 'itm_0'];
    }),
  );
  return { name: `${question.root} ${name}`.trim(), document: question.document, variables: asGiven(field, variables) };
}

/** Lists of ids want lists. */
const asGiven = (field: Field, variables: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(variables).map(([name, id]) => [
      name,
      String(field.args.find((arg) => arg.name === name)?.type).startsWith('[') ? [id] : id,
    ]),
  );

/** One question with an id in one place: his own, a rival's, a stranger's, one that never was. */
export interface IdProbe {
  readonly name: string;
  readonly document: string;
  with(mark: string | null): { readonly id: string; readonly variables: Record<string, unknown> };
}

/** Every place of every root where an id is taken, for every kind of thing it may be of. */
export function* idProbes(world: World, who: Somebody, questions: Questions): Generator<IdProbe> {
  for (const field of questions.roots)
    for (const arg of field.args.filter(isId)) {
      const question = isOptional(arg) ? questions.through(field, arg) : questions.whole(field);
      for (const kind of kindsOfArgument(field, arg.name)) {
        const asked = field.name === 'node' ? questions.node(kind.type) : question;
        yield {
          name: `${field.name}(${arg.name}: ${kind.prefix})`,
          document: asked.document,
          with: (mark) => {
            const id = idOf(world.rows, kind, mark);
            const others = probe(world, field, question, who.party.mark).variables;
            return { id, variables: { ...others, ...asGiven(field, { [arg.name]: id }) } };
          },
        };
      }
    }
}
