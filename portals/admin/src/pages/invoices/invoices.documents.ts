import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';
import { invoiceHead } from '#ui/sales/invoice.documents.ts';

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
            ...SalesInvoiceHead
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
  [invoiceHead],
);

export type InvoiceRow = ResultOf<typeof adminInvoicesQuery>['invoices']['edges'][number]['node'];
