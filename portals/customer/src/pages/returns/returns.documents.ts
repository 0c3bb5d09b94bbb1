import { graphql } from '#ui/graphql/graphql.ts';
import { returnHead } from '#ui/sales/return.documents.ts';

export const returnsQuery = graphql(
  `
    query CustomerReturns($first: Int!, $after: String, $search: String, $state: [CustomerReturnState!]) {
      customerReturns(first: $first, after: $after, search: $search, state: $state) {
        edges {
          node {
            ...SalesReturnHead
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
