import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const paymentsQuery = graphql(`
  query CustomerPayments($first: Int!, $after: String) {
    payments(first: $first, after: $after) {
      edges {
        node {
          id
          number
          kind
          paidOn
          method
          reference
          amount {
            amount
            currency
          }
          onAccount {
            amount
            currency
          }
          shares {
            id
            invoice {
              id
              number
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

export type PaymentRow = ResultOf<typeof paymentsQuery>['payments']['edges'][number]['node'];
