import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, plantForTest, ROOT } from './support/tree.ts';

const budget = { median: 60, ninetieth: 160, largest: 300 };
const source = /^(server\/src|portals|tests)\/.*\.(ts|vue)$/;

const lines = (text: string): number => text.replace(/\n$/, '').split('\n').length;

/** The smallest value that at least `share` of the sorted values do not exceed. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;

/** Sentences about every broken part of the size budget under `root`; none when the tree fits. */
function overBudget(root: string): string[] {
  const files = filesIn(root, source)
    .map((path) => ({ path, lines: lines(readFileSync(join(root, path), 'utf8')) }))
    .sort((a, b) => a.lines - b.lines);
  const sizes = files.map((file) => file.lines);
  const longest = (over: number): string =>
    files
      .filter((file) => file.lines > over)
      .reverse()
      .slice(0, 15)
      .map((file) => `${file.path} ${file.lines}`)
      .join(', ');
  const median = quantile(sizes, 0.5);
  const ninetieth = quantile(sizes, 0.9);
  return [
    ...(median > budget.median ? [`the median file has ${median} lines, over ${budget.median}`] : []),
    ...(ninetieth > budget.ninetieth
      ? [`one file in ten has ${ninetieth} lines, over ${budget.ninetieth}: ${longest(budget.ninetieth)}`]
      : []),
    ...((sizes.at(-1) ?? 0) > budget.largest ? [`split by noun: ${longest(budget.largest)}`] : []),
  ];
}

const fileOf = (count: number): string => 'export {};\n'.repeat(count);

test('our files stay within the size budget', () => {
  expect(overBudget(ROOT)).toEqual([]);
});

test('a file of 300 lines passes and one of 301 is named', () => {
  const small = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`tests/${i}.ts`, fileOf(20)]));
  expect(overBudget(plantForTest({ ...small, 'server/src/long.ts': fileOf(300) }))).toEqual([]);
  expect(overBudget(plantForTest({ ...small, 'portals/ui/Long.vue': fileOf(301) }))).toEqual([
    'split by noun: portals/ui/Long.vue 301',
  ]);
});

test('a tree of middling files breaks the median and the ninetieth percentile', () => {
  const middling = Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => [`tests/${i}.ts`, fileOf(i < 5 ? 61 : 161)]),
  );
  expect(overBudget(plantForTest(middling))).toEqual([
    expect.stringContaining('the median file has 61 lines'),
    expect.stringContaining('one file in ten has 161 lines'),
  ]);
});
