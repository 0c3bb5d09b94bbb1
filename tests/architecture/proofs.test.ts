import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, plantForTest, ROOT } from './support/tree.ts';

const PAGES = ['docs/security.md', 'docs/asvs.md'];
const PROOFS = /^(Shown by|Test)$/;
const TEST_NAME = /^[a-z*][a-z0-9*-]*(\/[a-z0-9*-]+)*(\.test\.ts)?$/;

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The rows of the tables that name a proof for each line: what the line is, and what its last column says. */
function* provenLines(markdown: string): Generator<{ line: string; proof: string }> {
  let isProven = false;
  for (const text of markdown.split('\n')) {
    const cells = cellsOf(text);
    const [line = '', proof = ''] = [cells[0], cells.at(-1)];
    if (cells.length === 0) isProven = false;
    else if (PROOFS.test(proof)) isProven = true;
    else if (isProven && !/^-+$/.test(line)) yield { line, proof };
  }
}

const testsIn = (proof: string): string[] =>
  [...proof.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name).filter((name) => TEST_NAME.test(name));

/** Whether a name of the page is that of a test: the end of its path, with `*` for whatever name. */
function isThere(name: string, files: readonly string[]): boolean {
  const ending = name.replace(/\.test\.ts$/, '').replaceAll('*', '[^/]+');
  return files.some((file) => new RegExp(`(^|/)${ending}(/[^/]+)?\\.test\\.ts$`).test(file));
}

/** Tests that a page names and nobody finds, and lines of the page on security that name none. */
function unproven(root: string): string[] {
  const files = filesIn(join(root, 'tests'), /\.test\.ts$/);
  return PAGES.flatMap((page) =>
    [...provenLines(readFileSync(join(root, page), 'utf8'))].flatMap(({ line, proof }) => {
      const named = testsIn(proof);
      if (named.length === 0 && page === 'docs/security.md' && !proof.startsWith('both:')) return [`${line}: no test`];
      return named.filter((name) => !isThere(name, files)).map((name) => `${line}: ${name}`);
    }),
  );
}

test('every test that the pages on security name is there, and every promise names one', () => {
  expect(unproven(ROOT)).toEqual([]);
});

test('a planted test that is gone, and a planted promise without one, are named', () => {
  const root = plantForTest({
    'tests/security/there.test.ts': '',
    'docs/security.md':
      '| Promise | Shown by |\n| - | - |\n| kept | `security/there`, `there` |\n| broken | `security/gone` |\n| empty | by us |\n',
    'docs/asvs.md': '| Line | Test |\n| - | - |\n| 1 | `security/*` |\n| 2 | `nowhere/*` |\n| 3 | a guide |\n',
  });
  expect(unproven(root)).toEqual(['broken: security/gone', 'empty: no test', '2: nowhere/*']);
});
