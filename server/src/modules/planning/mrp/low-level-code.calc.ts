import { defineError } from '../../../kernel/domain-error.ts';
import type { MrpComponents } from './mrp-model.calc.ts';

/** Raised when an item is, over any number of steps, a component of itself. The path begins and ends with it. */
export class StructureLoops extends defineError('STRUCTURE_LOOPS', {
  en: 'The structure loops: {path}',
  zh: '物料结构存在循环：{path}',
}) {}

type Structure = Pick<MrpComponents, 'first' | 'child'>;

/**
 * The low-level code of every item: the longest way down to it from an item nothing uses.
 *     code(child) = max over its parents of code(parent) + 1
 * Items planned in the order of their codes see all that is asked of them before they are netted, so a shared part is
 * netted once. Source: Orlicky, Material Requirements Planning, low-level coding.
 * @throws StructureLoops, with the path as `nameOf` writes it
 */
export function lowLevelCodes(count: number, structure: Structure, nameOf: (item: number) => string): Int16Array {
  const codes = new Int16Array(count);
  const waiting = usesOf(count, structure);
  const ready = new Int32Array(count);
  let end = 0;
  for (let item = 0; item < count; item += 1) if (waiting[item] === 0) ready[end++] = item;
  for (let place = 0; place < end; place += 1) {
    const parent = ready[place]!;
    const below = codes[parent]! + 1;
    for (let line = structure.first[parent]!; line < structure.first[parent + 1]!; line += 1) {
      const child = structure.child[line]!;
      if (codes[child]! < below) codes[child] = below;
      if (--waiting[child]! === 0) ready[end++] = child;
    }
  }
  if (end < count) throw loopAmong(structure, waiting, nameOf);
  return codes;
}

/** Items in the order of their codes, and within a code by number. */
export function inLevelOrder(codes: Int16Array): Int32Array {
  const deepest = codes.reduce((most, code) => Math.max(most, code), 0);
  const next = new Int32Array(deepest + 2);
  for (const code of codes) next[code + 1]! += 1;
  for (let code = 1; code <= deepest; code += 1) next[code]! += next[code - 1]!;
  const order = new Int32Array(codes.length);
  codes.forEach((code, item) => (order[next[code]!++] = item));
  return order;
}

function usesOf(count: number, { child }: Structure): Int32Array {
  const uses = new Int32Array(count);
  for (const item of child) uses[item]! += 1;
  return uses;
}

/** Every item still waiting has a waiting parent: going up must come back to where it was. */
function loopAmong({ first, child }: Structure, waiting: Int32Array, nameOf: (item: number) => string): StructureLoops {
  const parentOf = new Map<number, number>();
  for (let parent = 0; parent < waiting.length; parent += 1) {
    if (waiting[parent] === 0) continue;
    for (let line = first[parent]!; line < first[parent + 1]!; line += 1)
      if (!parentOf.has(child[line]!)) parentOf.set(child[line]!, parent);
  }
  const start = waiting.findIndex((count) => count > 0);
  const way: number[] = [];
  for (let item = start; !way.includes(item); item = parentOf.get(item)!) way.push(item);
  const again = parentOf.get(way.at(-1)!)!;
  const loop = [...way.slice(way.indexOf(again)), again].reverse();
  return new StructureLoops({ path: loop.map(nameOf).join(' > ') });
}
