import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';
import { invoiceFields } from './invoices.documents.ts';

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

export type Invoice = NonNullable<ResultOf<typeof invoiceQuery>['invoice']>;
