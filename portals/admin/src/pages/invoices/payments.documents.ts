import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const adminPaymentsQuery = graphql(`
  query AdminPayments($first: Int!, $after: String, $customerId: ID) {
    payments(first: $first, after: $after, customerId: $customerId) {
      edges {
        node {
          id
          number
          kind
          paidOn
          method
          reference
          customer {
            id
            name
          }
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
