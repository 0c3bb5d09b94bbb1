import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';
import { returnHead } from '#ui/sales/return.documents.ts';

export const adminReturnsQuery = graphql(
  `
    query AdminReturns($first: Int!, $after: String, $search: String, $state: [CustomerReturnState!]) {
      customerReturns(first: $first, after: $after, search: $search, state: $state) {
        edges {
          node {
            ...SalesReturnHead
            reason
            customer {
              id
              name
            }
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

export type ReturnRow = ResultOf<typeof adminReturnsQuery>['customerReturns']['edges'][number]['node'];
