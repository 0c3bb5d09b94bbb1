import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';
import { invoiceFields } from '#ui/sales/invoice.documents.ts';

export const adminInvoiceQuery = graphql(
  `
    query AdminInvoice($id: ID!) {
      invoice(id: $id) {
        ...SalesInvoice
        version
        allowedActions
        customer {
          id
          name
        }
      }
    }
  `,
  [invoiceFields],
);

export type Invoice = NonNullable<ResultOf<typeof adminInvoiceQuery>['invoice']>;
