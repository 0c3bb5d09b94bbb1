import { graphql } from '#ui/graphql/graphql.ts';
import { invoiceHead } from '#ui/sales/invoice.documents.ts';

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
            ...SalesInvoiceHead
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
