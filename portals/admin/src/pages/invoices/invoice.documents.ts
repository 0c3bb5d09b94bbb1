import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';
import { invoiceHead } from './invoices.documents.ts';

export const adminInvoiceQuery = graphql(
  `
    query AdminInvoice($id: ID!) {
      invoice(id: $id) {
        ...AdminInvoiceHead
        allowedActions
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
  [invoiceHead],
);

export type Invoice = NonNullable<ResultOf<typeof adminInvoiceQuery>['invoice']>;
