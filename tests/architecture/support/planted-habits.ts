import { at } from './planted-imports.ts';

const page = (template: string, script = 'const note = 1;'): string =>
  `<script setup lang="ts">\n${script}\n</script>\n\n<template>\n  ${template}\n</template>\n`;
const decorator = 'const mark = (): PropertyDecorator => () => undefined;\n';

/** What each planted file breaks. Every file breaks exactly one rule. */
export const planted: readonly (readonly [claim: string, rule: string, path: string, text: string])[] = [
  [
    'any',
    '@typescript-eslint/no-explicit-any',
    'server/src/any.ts',
    'export const a = (b: any): unknown => b as unknown;\n',
  ],
  [
    'a promise nobody waits for',
    '@typescript-eslint/no-floating-promises',
    'server/src/floating.ts',
    'const f = async (): Promise<number> => 1;\nexport const g = (): void => {\n  f();\n};\n',
  ],
  [
    'a promise taken for a condition',
    '@typescript-eslint/no-misused-promises',
    'server/src/misused.ts',
    'const f = async (): Promise<boolean> => true;\nexport const g = (): number => (f() ? 1 : 2);\n',
  ],
  [
    'a silenced compiler',
    '@typescript-eslint/ban-ts-comment',
    'server/src/silenced.ts',
    `// @ts${'-expect-error'} because\nexport const a: number = 1;\n`,
  ],
  [
    'a type imported as a value',
    '@typescript-eslint/consistent-type-imports',
    'server/src/typed.ts',
    "import { Clock } from './fine.ts';\nexport const f = (c: Clock): Clock => c;\n",
  ],
  ['the environment read', 'no-restricted-properties', at('crm/env.ts'), 'export const a = process.env;\n'],
  ['the environment taken apart', 'no-restricted-properties', at('crm/env2.ts'), 'export const { env } = process;\n'],
  ['the environment imported', 'no-restricted-imports', at('crm/env3.ts'), "export { env } from 'node:process';\n"],
  ['a long file', 'max-lines', 'portals/ui/long.ts', `export {};\n${'\n'.repeat(300)}`],
  [
    'a long function',
    'max-lines-per-function',
    'server/src/long.ts',
    `export function f(): number {\n${'  Math.random();\n'.repeat(60)}  return 1;\n}\n`,
  ],
  [
    'a long story',
    'max-lines-per-function',
    'tests/long.test.ts',
    `export const f = (): void => {\n${'  Math.random();\n'.repeat(200)}};\n`,
  ],
  [
    'a maze',
    'complexity',
    'server/src/maze.ts',
    `export function f(a: number): number {\n${Array.from({ length: 10 }, (_, i) => `  if (a === ${i}) return ${i + 1};\n`).join('')}  return 0;\n}\n`,
  ],
  [
    'statements side by side',
    'no-restricted-syntax',
    at('crm/side.ts'),
    'export const f = (a: Promise<number>[]): Promise<number[]> => Promise.all(a);\n',
  ],
  [
    'a statement per row',
    'no-restricted-syntax',
    at('crm/row.ts'),
    'export async function f(a: string[], g: (b: string) => Promise<void>): Promise<void> {\n  for (const b of a) await g(b);\n}\n',
  ],
  [
    'a statement per turn',
    'no-restricted-syntax',
    at('crm/turn.ts'),
    'export async function f(g: () => Promise<boolean>): Promise<void> {\n  while (await g());\n}\n',
  ],
  [
    'side by side in a service',
    'no-restricted-syntax',
    at('crm/a.service.ts'),
    'export const f = (a: Promise<number>[]): Promise<number[]> => Promise.all(a);\n',
  ],
  ...['processOrder', 'handle', 'manageStock'].map(
    (name) =>
      [
        `a method called ${name}`,
        'no-restricted-syntax',
        at(`crm/${name}.service.ts`),
        `export class Desk {\n  ${name}(): number {\n    return 1;\n  }\n}\n`,
      ] as const,
  ),
  ['raw HTML', 'vue/no-v-html', 'portals/ui/Html.vue', page('<p v-html="note" />', "const note = '<b>';")],
  [
    'untyped script',
    'vue/block-lang',
    'portals/ui/Plain.vue',
    '<script setup>\nconst a = 1;\n</script>\n\n<template>\n  <p>{{ a }}</p>\n</template>\n',
  ],
  [
    'any in a page',
    '@typescript-eslint/no-explicit-any',
    'portals/ui/Any.vue',
    page('<p>{{ note }}</p>', 'const note: any = 1;'),
  ],
  [
    'a promise nobody waits for in a page',
    '@typescript-eslint/no-floating-promises',
    'portals/ui/Floating.vue',
    page('<p>{{ f }}</p>', 'const f = async (): Promise<number> => 1;\nf();'),
  ],
  ['a row without a key', 'vue/require-v-for-key', 'portals/ui/Key.vue', page('<p v-for="a in [note]">{{ a }}</p>')],
];

/** What the rules must leave alone. */
export const fine: Record<string, string> = {
  'server/src/fine.ts': 'export class Clock {\n  readonly now = 1;\n}\n',
  'server/src/decorated.ts': `import { Clock } from './fine.ts';\n${decorator}export class Shift {\n  @mark() declare clock: Clock;\n}\n`,
  'server/src/platform/config.ts': 'export const port = Number(process.env.PORT ?? 4000);\n',
  'server/bootstrap/start.mjs': 'export const home = process.env.HOME;\n',
  [at('crm/set.ts')]:
    'export async function f(g: () => Promise<number[]>): Promise<number> {\n  let sum = 0;\n  for (const n of await g()) sum += n;\n  return sum;\n}\n',
  [at('crm/processing.service.ts')]: 'export class Desk {\n  processed(): number {\n    return 1;\n  }\n}\n',
  'server/src/platform/side.ts': 'export const f = (a: Promise<number>[]): Promise<number[]> => Promise.all(a);\n',
  'portals/ui/Fine.vue': page('<p>{{ note }}</p>'),
};
