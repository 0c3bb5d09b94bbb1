import { graphql } from '#ui/graphql/graphql.ts';
import { paymentFields } from '#ui/sales/payment.documents.ts';

export const paymentsQuery = graphql(
  `
    query CustomerPayments($first: Int!, $after: String) {
      payments(first: $first, after: $after) {
        edges {
          node {
            ...SalesPayment
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [paymentFields],
);
