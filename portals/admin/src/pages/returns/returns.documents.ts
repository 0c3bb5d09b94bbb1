import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const returnHead = graphql(`
  fragment AdminReturnHead on CustomerReturn @_unmask {
    id
    number
    state
    version
    wantedResolution
    resolution
    reason
    requestedAt
    customer {
      id
      name
    }
  }
`);

export const adminReturnsQuery = graphql(
  `
    query AdminReturns($first: Int!, $after: String, $search: String, $state: [CustomerReturnState!]) {
      customerReturns(first: $first, after: $after, search: $search, state: $state) {
        edges {
          node {
            ...AdminReturnHead
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [returnHead],
);

export type ReturnRow = ResultOf<typeof returnHead>;
