import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';
import { paymentFields } from '#ui/sales/payment.documents.ts';

export const adminPaymentsQuery = graphql(
  `
    query AdminPayments($first: Int!, $after: String, $customerId: ID) {
      payments(first: $first, after: $after, customerId: $customerId) {
        edges {
          node {
            ...SalesPayment
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
  [paymentFields],
);

export const recordPaymentMutation = graphql(`
  mutation AdminPaymentRecord($input: PaymentRecordInput!) {
    paymentRecord(input: $input) {
      payment {
        id
        number
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const refundMutation = graphql(`
  mutation AdminPaymentRefund($input: PaymentRefundInput!) {
    paymentRefund(input: $input) {
      payment {
        id
        number
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export type PaymentRow = ResultOf<typeof adminPaymentsQuery>['payments']['edges'][number]['node'];
