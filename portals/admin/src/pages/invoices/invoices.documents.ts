import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const invoiceHead = graphql(`
  fragment AdminInvoiceHead on Invoice @_unmask {
    id
    number
    kind
    state
    isOverdue
    version
    issuedOn
    dueOn
    customer {
      id
      name
    }
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

export const adminInvoicesQuery = graphql(
  `
    query AdminInvoices(
      $first: Int!
      $after: String
      $sort: InvoiceSort!
      $search: String
      $state: [InvoiceState!]
      $kind: [InvoiceKind!]
      $customerId: ID
      $isOverdue: Boolean
    ) {
      invoices(
        first: $first
        after: $after
        sort: $sort
        search: $search
        state: $state
        kind: $kind
        customerId: $customerId
        isOverdue: $isOverdue
      ) {
        edges {
          node {
            ...AdminInvoiceHead
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [invoiceHead],
);

export type InvoiceRow = ResultOf<typeof invoiceHead>;
