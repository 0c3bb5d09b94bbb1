import { beforeAll, expect, test } from 'vitest';
import { compilerSettings, lintRefusals } from './support/lint.ts';
import { fine, planted } from './support/planted-habits.ts';
import { plant } from './support/tree.ts';

let refusals: Map<string, string[]>;

beforeAll(async () => {
  const files = { ...fine, ...Object.fromEntries(planted.map(([, , path, text]) => [path, text])) };
  const { root, remove } = plant({ ...compilerSettings, ...files });
  refusals = await lintRefusals(root, Object.keys(files)).finally(remove);
});

test.each(planted)('refuses %s (%s)', (_claim, rule, path) => {
  expect(refusals.get(path)).toEqual([rule]);
});

test.each(Object.keys(fine))('leaves %s alone', (path) => {
  expect(refusals.get(path)).toEqual([]);
});
