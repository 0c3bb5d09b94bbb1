import { requestBytes } from '../measure/http-load.ts';

const many = (count: number, part: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');
const nested = (depth: number): string => '{ a '.repeat(depth) + '}'.repeat(depth);
const bomb = `{ ...f0 } ${many(60, (n) => `fragment f${n} on Query { a { ...f${n + 1} ...f${n + 1} } }`)} fragment f60 on Query { a }`;

const SUPPLIER = { cookie: 'corridor-supplier=bench-1', 'x-corridor-portal': 'supplier' };
const asSupplier = (query: string, variables: object = {}): Buffer =>
  requestBytes('/graphql', SUPPLIER, { query, variables });

/** Documents that are beyond a limit: to be refused with 4xx, whoever sends them. */
const refused: Readonly<Record<string, Buffer>> = {
  'a thousand aliases': asSupplier(`{ ${many(1000, (n) => `a${n}: viewer { person { id } }`)} }`),
  'a bomb of fragments': asSupplier(bomb),
  'a depth of ten thousand': asSupplier(nested(10_000)),
  'a hundred thousand tokens': asSupplier(`{ ${'x '.repeat(100_000)} }`),
  'two megabytes': asSupplier(`{ viewer } # ${'x'.repeat(2_000_000)}`),
  'pages within pages': asSupplier('{ a(first: 100) { b(first: 100) { c d e f g h } } }'),
  'a hundred acts': asSupplier(`mutation { ${many(100, (n) => `a${n}: signOut { userErrors { code } }`)} }`),
};

const PAGE = 'totalCount nodes { id sku name description }';
/** Documents within every limit that are as much work as the limits let through. */
const allowed: Readonly<Record<string, Buffer>> = {
  'one letter, twenty times': asSupplier(
    `{ ${many(20, (n) => `a${n}: items(first: 20, search: "${String.fromCharCode(97 + n)}") { ${PAGE} }`)} }`,
  ),
  'nothing but wildcards': asSupplier('query ($s: String) { items(first: 100, search: $s) { totalCount } }', {
    s: '%_'.repeat(5000),
  }),
  'a sign-in that fails': requestBytes(
    '/graphql',
    { 'x-corridor-portal': 'supplier' },
    {
      query: `mutation { signIn(input: { email: "nobody@example.com", password: "0123456789abc", portal: SUPPLIER }) { userErrors { code } } }`,
    },
  ),
};

/** All of it, by name, and whether it has to be refused. */
export const attacks = [
  ...Object.entries(refused).map(([name, request]) => ({ name, request, isRefused: true })),
  ...Object.entries(allowed).map(([name, request]) => ({ name, request, isRefused: false })),
];
