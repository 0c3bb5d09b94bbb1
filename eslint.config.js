import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import vue from 'eslint-plugin-vue';

const modules = 'server/src/modules/**/*.ts';
const services = 'server/src/modules/**/*.service.ts';

const oneConnection = {
  selector: "CallExpression[callee.object.name='Promise'][callee.property.name=/^(all|allSettled|any|race)$/]",
  message:
    'One transaction is one connection: statements started side by side only queue, and fail in a tangle. Use together().',
};
const noStatementPerRow = [
  'ForOfStatement > *.body AwaitExpression',
  'ForInStatement > *.body AwaitExpression',
  'ForStatement AwaitExpression',
  'WhileStatement AwaitExpression',
  'DoWhileStatement AwaitExpression',
].map((selector) => ({
  selector,
  message:
    'A statement per row does not scale: read or write the whole set at once. ' +
    'Where each step truly needs the one before, say so with inOrder(items, work) from the kernel.',
}));
const tradeVerbs = {
  selector: 'MethodDefinition[key.name=/^(process|handle|manage)([A-Z]|$)/]',
  message: 'Name the act in the words of the trade: release, receive, issue, firm, peg.',
};

/** Layout belongs to Prettier; the Vue rules that only move blanks about would quarrel with it. */
const layoutIsPrettiers = Object.fromEntries(
  Object.entries(vue.rules)
    .filter(([, rule]) => rule.meta?.type === 'layout')
    .map(([name]) => [`vue/${name}`, 'off']),
);

const size = {
  'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
  'max-lines-per-function': ['error', { max: 60 }],
  complexity: ['error', 10],
};

const typed = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/ban-ts-comment': [
    'error',
    { 'ts-ignore': true, 'ts-expect-error': true, 'ts-nocheck': true, 'ts-check': true },
  ],
  // The rule stands back by itself in files with decorators, where a type-only import would erase run-time types.
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  '@typescript-eslint/require-await': 'off',
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
  '@typescript-eslint/no-extraneous-class': 'off',
};

/** What comes back over the wire is untyped in tests, and single-file components are opaque to the plain compiler. */
const looseValues = Object.fromEntries(
  ['argument', 'assignment', 'call', 'member-access', 'return'].map((kind) => [
    `@typescript-eslint/no-unsafe-${kind}`,
    'off',
  ]),
);

/** They run on the machine that builds, never in the product. */
const buildScripts = ['**/*.config.{ts,js}', 'portals/build/**'];

export default defineConfig(
  { ignores: ['**/node_modules/', '**/dist/', '**/generated/', '.data/', '**/*.d.ts'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,vue}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true, extraFileExtensions: ['.vue'] } },
    rules: { ...typed, ...size, eqeqeq: ['error', 'always', { null: 'ignore' }], 'no-console': 'error' },
  },
  {
    files: ['**/*.{ts,vue,js,mjs,cjs}'],
    ignores: [
      'server/src/platform/config.ts',
      'server/bootstrap/*.mjs',
      'tests/support/**',
      'tests/browser/support/**',
      ...buildScripts,
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Only server/src/platform/config.ts reads the environment.',
        },
      ],
      'no-restricted-imports': [
        'error',
        ...['process', 'node:process'].map((name) => ({
          name,
          importNames: ['env'],
          message: 'Only server/src/platform/config.ts reads the environment.',
        })),
      ],
    },
  },
  { files: [modules], rules: { 'no-restricted-syntax': ['error', oneConnection, ...noStatementPerRow] } },
  {
    files: [services],
    rules: { 'no-restricted-syntax': ['error', oneConnection, ...noStatementPerRow, tradeVerbs] },
  },
  {
    files: ['portals/**/*.vue'],
    extends: [vue.configs['flat/recommended']],
    languageOptions: {
      parserOptions: { parser: tseslint.parser, projectService: true, extraFileExtensions: ['.vue'] },
    },
    rules: {
      ...layoutIsPrettiers,
      ...looseValues,
      'vue/no-v-html': 'error',
      'vue/no-v-text-v-html-on-component': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/no-unused-refs': 'error',
      'vue/html-button-has-type': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/html-self-closing': 'off',
      'vue/require-default-prop': 'off',
    },
  },
  { files: ['portals/**/*.ts'], rules: looseValues },
  {
    files: ['tests/**/*.ts'],
    rules: {
      ...looseValues,
      'max-lines-per-function': ['error', { max: 200 }],
      'no-console': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['server/src/{main,cli}.ts', ...buildScripts], rules: { 'no-console': 'off' } },
  { files: ['**/*.{js,mjs,cjs}'], rules: size },
);
