import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const invoiceFields = graphql(`
  fragment CustomerInvoice on Invoice @_unmask {
    id
    number
    kind
    state
    isOverdue
    issuedOn
    dueOn
    order {
      id
      number
    }
    gross {
      amount
      currency
    }
    open {
      amount
      currency
    }
  }
`);

export const invoicesQuery = graphql(
  `
    query CustomerInvoices(
      $first: Int!
      $after: String
      $sort: InvoiceSort!
      $search: String
      $state: [InvoiceState!]
      $isOverdue: Boolean
    ) {
      invoices(first: $first, after: $after, sort: $sort, search: $search, state: $state, isOverdue: $isOverdue) {
        edges {
          node {
            ...CustomerInvoice
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [invoiceFields],
);

export const invoiceQuery = graphql(
  `
    query CustomerInvoicePage($id: ID!) {
      invoice(id: $id) {
        ...CustomerInvoice
        isTaxInclusive
        reason
        net {
          amount
          currency
        }
        tax {
          amount
          currency
        }
        paid {
          amount
          currency
        }
        credited {
          amount
          currency
        }
        credits {
          id
          number
        }
        creditNotes {
          id
          number
        }
        lines {
          id
          lineNo
          description
          taxRate
          item {
            id
            sku
            name
          }
          quantity {
            value
            unit
          }
          unitPrice {
            amount
            currency
          }
          netAmount {
            amount
            currency
          }
        }
      }
    }
  `,
  [invoiceFields],
);

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

export type InvoiceRow = ResultOf<typeof invoiceFields>;
export type Invoice = NonNullable<ResultOf<typeof invoiceQuery>['invoice']>;
export type PaymentRow = ResultOf<typeof paymentsQuery>['payments']['edges'][number]['node'];
