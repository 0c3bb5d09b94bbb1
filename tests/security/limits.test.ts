import { getIntrospectionQuery, parse } from 'graphql';
import { expect, it } from 'vitest';
import { LIMITS, refuseExcess } from '../../server/src/platform/graphql/limits.ts';
import { weigh } from '../../server/src/platform/graphql/weigh.ts';
import { computed } from '../support/effort.ts';

const nested = (depth: number): string => '{ a '.repeat(depth) + '}'.repeat(depth);
const many = (count: number, part: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');
const codeOf = (text: string, variables = {}) => refuseExcess(text, variables)?.extensions['code'];

it.each([
  ['depth', nested(LIMITS.depth), nested(LIMITS.depth + 1)],
  [
    'aliases',
    `{ r { ${many(LIMITS.aliases, (n) => `a${n}: x`)} } }`,
    `{ r { ${many(LIMITS.aliases + 1, (n) => `a${n}: x`)} } }`,
  ],
  ['roots', `{ ${many(LIMITS.roots, (n) => `r${n}`)} }`, `{ ${many(LIMITS.roots + 1, (n) => `r${n}`)} }`],
  [
    'directives',
    `{ r ${many(LIMITS.directives, () => '@include(if: true)')} }`,
    `{ r ${many(LIMITS.directives + 1, () => '@include(if: true)')} }`,
  ],
  ['tokens', `{ r { ${many(LIMITS.tokens - 6, () => 'x')} } }`, `{ r { ${many(LIMITS.tokens, () => 'x')} } }`],
  ['characters', `{ r } # ${'x'.repeat(1000)}`, `{ r } # ${'x'.repeat(LIMITS.characters)}`],
  ['cost', '{ r(first: 100) { s(first: 100) { a b c } } }', '{ r(first: 100) { s(first: 100) { a b c d e } } }'],
])('passes a document at the limit of %s and refuses one beyond it', (_name, good, bad) => {
  expect(codeOf(good)).toBeUndefined();
  expect(codeOf(bad)).toBe('TOO_MUCH_ASKED');
});

it('says the same whatever limit was broken, and no figure of it', () => {
  const messages = [nested(200), `{ ${many(500, (n) => `a${n}: x`)} }`].map((text) => refuseExcess(text, {})?.message);
  expect(new Set(messages).size).toBe(1);
  expect(messages[0]).not.toMatch(/\d/);
});

it('reads the length of a page from the variables, and takes an unknown one as the longest', () => {
  const text = 'query ($n: Int = 5) { r(first: $n) { s(first: $n) { a b c d e f } } }';
  expect(codeOf(text, { n: 10 })).toBeUndefined();
  expect(codeOf(text, { n: 1_000_000 })).toBe('TOO_MUCH_ASKED');
  expect(codeOf(text, {})).toBe('TOO_MUCH_ASKED');
});

it('weighs a bomb of fragments at once, and refuses it', () => {
  const bomb = `{ ...f0 } ${many(40, (n) => `fragment f${n} on Query { a { ...f${n + 1} ...f${n + 1} } }`)} fragment f40 on Query { a }`;
  const since = computed();
  expect(codeOf(bomb)).toBe('TOO_MUCH_ASKED');
  expect(computed() - since).toBeLessThan(200);
});

it('refuses a fragment that spreads itself', () => {
  expect(codeOf('{ ...f } fragment f on Query { a { ...f } }')).toBe('TOO_MUCH_ASKED');
});

it('lets a tool read the schema, once, and not in circles', () => {
  expect(codeOf(getIntrospectionQuery())).toBeUndefined();
  expect(codeOf(`{ __schema { types { fields { type { ${nested(20).slice(1, -1)} } } } } }`)).toBe('TOO_MUCH_ASKED');
  expect(codeOf(`{ ${many(6, (n) => `s${n}: __schema { types { name } }`)} }`)).toBe('TOO_MUCH_ASKED');
});

it('leaves a text that is no document to the parser', () => {
  expect(codeOf('{')).toBeUndefined();
  expect(codeOf('')).toBeUndefined();
});

it('counts every operation of a document', () => {
  expect(weigh(parse('query a { x } query b { y z }'), {})).toMatchObject({ roots: 3, depth: 1, cost: 3 });
});
