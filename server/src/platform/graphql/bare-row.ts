import type { SelectionSetNode } from 'graphql';
import { toGlobalId } from '../../kernel/id.ts';
import type { ReadInfo } from '../read/reader.ts';
import { fieldsOf } from '../read/selection.ts';
import type { Shape } from '../read/shape.ts';

type Part = readonly [key: string, isId: boolean];
const known = new WeakMap<SelectionSetNode, readonly Part[] | null>();

/**
 * The text of a row that an act has just written, where nothing is asked of it but its id: that is known without a
 * statement. Null where more is asked.
 */
export function bareRow(shape: Shape, id: string, sets: readonly SelectionSetNode[], info: ReadInfo): string | null {
  const [first] = sets;
  if (!first) return null;
  let parts = known.get(first);
  if (parts === undefined) known.set(first, (parts = partsOf(shape, sets, info)));
  if (!parts) return null;
  const gid = toGlobalId(shape.prefix, id);
  return `{${parts.map(([key, isId]) => `${JSON.stringify(key)}:"${isId ? gid : shape.type}"`).join(',')}}`;
}

function partsOf(shape: Shape, sets: readonly SelectionSetNode[], info: ReadInfo): readonly Part[] | null {
  const asked = fieldsOf(sets, new Set([shape.type]), info, ({ alias, name }) => alias?.value ?? name.value);
  const isBare = asked.every(({ node }) => node.name.value === 'id' || node.name.value === '__typename');
  return isBare ? asked.map(({ output, node }) => [output, node.name.value === 'id'] as const) : null;
}
