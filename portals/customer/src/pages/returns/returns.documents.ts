import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const returnFields = graphql(`
  fragment CustomerReturnRow on CustomerReturn @_unmask {
    id
    number
    state
    version
    wantedResolution
    resolution
    requestedAt
    allowedActions
  }
`);

export const returnsQuery = graphql(
  `
    query CustomerReturns($first: Int!, $after: String, $search: String, $state: [CustomerReturnState!]) {
      customerReturns(first: $first, after: $after, search: $search, state: $state) {
        edges {
          node {
            ...CustomerReturnRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [returnFields],
);

export type ReturnRow = ResultOf<typeof returnFields>;
