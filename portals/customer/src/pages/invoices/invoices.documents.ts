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

export type InvoiceRow = ResultOf<typeof invoiceFields>;
