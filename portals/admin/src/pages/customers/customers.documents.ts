import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const customersQuery = graphql(`
  query AdminCustomers($first: Int!, $after: String, $search: String) {
    organisations(first: $first, after: $after, search: $search, isCustomer: true) {
      edges {
        node {
          id
          number
          name
          currency
          isActive
          customerTerms {
            id
            isOnHold
            receivable {
              amount
              currency
            }
            creditLimit {
              amount
              currency
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type CustomerRow = ResultOf<typeof customersQuery>['organisations']['edges'][number]['node'];
