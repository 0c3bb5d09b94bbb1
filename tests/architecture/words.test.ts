import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, plantForTest, ROOT } from './support/tree.ts';

const forbidden = [
  { what: 'silences the compiler', pattern: /@ts-(?:ignore|expect-error|nocheck)\b/ },
  { what: 'silences the linter', pattern: /\beslint-(?:disable|enable)\b(?!-)/ },
  { what: 'silences the formatter', pattern: /\bprettier-(?:ignore)\b/ },
  {
    what: 'leaves tests out',
    pattern: /\b(?:it|test|describe|suite)\.(?:only|skip|todo|fails|skipIf|runIf)\b/,
  },
];

/** Places under `root` where somebody switched a habit off instead of following it. */
function switchedOff(root: string): string[] {
  return filesIn(root, /\.(ts|vue|js|mjs|cjs)$/).flatMap((path) =>
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .flatMap((line, index) =>
        forbidden.filter(({ pattern }) => pattern.test(line)).map(({ what }) => `${path}:${index + 1} ${what}`),
      ),
  );
}

test('nobody switches a check or a test off', () => {
  expect(switchedOff(ROOT)).toEqual([]);
});

test('a planted switch of each kind is found with its line', () => {
  const root = plantForTest({
    'server/src/a.ts': `\n// @ts${'-ignore'}`,
    'portals/ui/b.vue': `<!-- eslint${'-disable'} vue/no-v-html -->`,
    'server/bootstrap/c.mjs': `// prettier${'-ignore'}`,
    'tests/api/d.test.ts': `it${'.only'}('x', () => {});\ntest${'.skip'}('y', () => {});\nit${'.todo'}('z');`,
    'tests/api/fine.test.ts': "import 'eslint'; // a todo in words is fine, and so is test.each",
  });
  expect(switchedOff(root)).toEqual([
    'portals/ui/b.vue:1 silences the linter',
    'server/bootstrap/c.mjs:1 silences the formatter',
    'server/src/a.ts:2 silences the compiler',
    'tests/api/d.test.ts:1 leaves tests out',
    'tests/api/d.test.ts:2 leaves tests out',
    'tests/api/d.test.ts:3 leaves tests out',
  ]);
});
