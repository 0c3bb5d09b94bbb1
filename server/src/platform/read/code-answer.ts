import { randomBytes } from 'node:crypto';
import type { GraphQLObjectType, GraphQLResolveInfo } from 'graphql';
import type { Selection } from './selection.ts';

/** A field of a text answer that code answers: what it needs stands in the text, between marks. */
export interface CodeField {
  readonly parent: string;
  readonly selection: Selection;
}

// Nobody can know it, so no value can look like a mark; and inside a JSON string its quotes would be escaped.
const MARK = randomBytes(12).toString('base64url');
const OPENS = `{"${MARK}" : [`;
const CLOSES = `], "end" : "${MARK}"}`;

/** The place where code will answer its `n`-th field from `row`, in SQL. */
export const markedSql = (n: number, row: string): string =>
  `json_build_object('${MARK}', json_build_array(${n}, ${row}), 'end', '${MARK}')`;

/** Puts the answers of code in the places of their marks. */
export async function fillMarks(
  json: string,
  answer: (n: number, row: object) => string | Promise<string>,
): Promise<string> {
  const parts: string[] = [];
  const late: Promise<void>[] = [];
  let at = 0;
  for (let opens = json.indexOf(OPENS); opens >= 0; opens = json.indexOf(OPENS, at)) {
    const closes = json.indexOf(CLOSES, opens);
    const [n, row] = JSON.parse(`[${json.slice(opens + OPENS.length, closes)}]`) as [number, object];
    const given = answer(n, row);
    const place = parts.push(json.slice(at, opens), typeof given === 'string' ? given : '') - 1;
    if (typeof given !== 'string') late.push(given.then((text) => void (parts[place] = text)));
    at = closes + CLOSES.length;
  }
  if (late.length > 0) await Promise.all(late);
  return parts.join('') + json.slice(at);
}

/** The resolver behind a field that code answers. */
export function resolverOf({ parent, selection }: CodeField, info: GraphQLResolveInfo) {
  const type = info.schema.getType(parent) as GraphQLObjectType;
  return { type, field: type.getFields()[selection.node.name.value] };
}
