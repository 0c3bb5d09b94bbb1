import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

/** What both sides see of a payment, and of the invoices it settles. */
export const paymentFields = graphql(`
  fragment SalesPayment on Payment @_unmask {
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
`);

export type SalesPayment = ResultOf<typeof paymentFields>;
