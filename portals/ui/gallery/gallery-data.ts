import { Client, fetchExchange, gql } from '@urql/vue';
import { cacheExchange } from '@urql/exchange-graphcache';
import type { Connection } from '../list/connection-pages.ts';

export interface GalleryRow {
  readonly id: string;
  readonly number: string;
  readonly item: string;
  readonly state: string;
  readonly dueOn: string;
  readonly value: string;
}

export interface GalleryVariables {
  readonly first: number;
  readonly after?: string | null;
  readonly mode: string;
  readonly search: string;
  readonly sort: string;
  readonly states: readonly string[];
}

export const galleryStates = ['OPEN', 'ACCEPTED', 'COUNTERED', 'DECLINED', 'SUPERSEDED', 'EXPIRED'] as const;
const items = [
  'Bearing 6204-2RS',
  '轴承座 P205 铸铁',
  'Hex bolt M8 × 40, zinc',
  '伺服电机 400 W',
  'Seal ring 25 × 47 × 7',
];

export const galleryQuery = gql<{ rows: Connection<GalleryRow> }, GalleryVariables>`
  query GalleryRows(
    $first: Int!
    $after: String
    $mode: String!
    $search: String!
    $sort: String!
    $states: [String!]!
  ) {
    rows(first: $first, after: $after, mode: $mode, search: $search, sort: $sort, states: $states) {
      edges {
        node {
          id
          number
          item
          state
          dueOn
          value
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

const all = Array.from({ length: 640 }, (_, index): GalleryRow & { __typename: string } => ({
  __typename: 'GalleryRow',
  id: `row-${index}`,
  number: `RP-2026-${String(index + 1).padStart(5, '0')}`,
  item: items[index % items.length] ?? '',
  state: galleryStates[index % galleryStates.length] ?? 'OPEN',
  dueOn: `2026-12-${String((index % 28) + 1).padStart(2, '0')}`,
  value: `${(index * 37) % 2500}.${index % 2 === 0 ? '500' : '25'}`,
}));
let failures = 0;

function ordered(rows: typeof all, sort: string): typeof all {
  const key = sort.replace('-', '');
  if (key !== 'dueOn' && key !== 'number') return rows;
  return rows.toSorted((a, b) => (sort.startsWith('-') ? -1 : 1) * a[key].localeCompare(b[key]));
}

function answer({ first, after, mode, search, sort, states }: GalleryVariables): unknown {
  if (mode === 'error' && failures++ % 2 === 0)
    return {
      errors: [{ message: 'The server could not answer.', extensions: { code: 'INTERNAL', incidentId: 'k3-7f2' } }],
    };
  const source = mode === 'empty' ? [] : mode === 'few' ? all.slice(0, 7) : all;
  const matching = ordered(
    source.filter(
      (row) =>
        (states.length === 0 || states.includes(row.state)) &&
        `${row.number} ${row.item}`.toLowerCase().includes(search.toLowerCase()),
    ),
    sort,
  );
  const start = after ? Number(after) : 0;
  const page = matching.slice(start, start + first);
  return {
    data: {
      rows: {
        __typename: 'GalleryConnection',
        edges: page.map((node) => ({ __typename: 'GalleryEdge', node })),
        pageInfo: {
          __typename: 'PageInfo',
          hasNextPage: start + first < matching.length,
          endCursor: String(start + page.length),
        },
      },
    },
  };
}

/** Changes one row as another person's act would. */
export function changeOneRow(): void {
  const row = all[2];
  if (row) all[2] = { ...row, value: String(Number(row.value) + 10), state: 'ACCEPTED' };
}

export function createGalleryClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetch: async (_url, init) => {
      const { variables } = JSON.parse(typeof init?.body === 'string' ? init.body : '{}') as {
        variables: GalleryVariables;
      };
      await new Promise((resolve) => setTimeout(resolve, variables.mode === 'loading' ? 600_000 : 150));
      return new Response(JSON.stringify(answer(variables)), {
        headers: { 'content-type': 'application/json' },
      });
    },
    exchanges: [
      cacheExchange({
        keys: { GalleryConnection: () => null, GalleryEdge: () => null, PageInfo: () => null },
      }),
      fetchExchange,
    ],
  });
}
