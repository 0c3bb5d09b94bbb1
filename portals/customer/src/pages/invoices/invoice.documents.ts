import { graphql } from '#ui/graphql/graphql.ts';
import { invoiceFields } from '#ui/sales/invoice.documents.ts';

export const invoiceQuery = graphql(
  `
    query CustomerInvoicePage($id: ID!) {
      invoice(id: $id) {
        ...SalesInvoice
      }
    }
  `,
  [invoiceFields],
);
