import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

/** What both sides see of an invoice in a list. */
export const invoiceHead = graphql(`
  fragment SalesInvoiceHead on Invoice @_unmask {
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

/** What both sides see of an invoice on its own page: its sums, its lines, and what lowers it or is lowered by it. */
export const invoiceFields = graphql(
  `
    fragment SalesInvoice on Invoice @_unmask {
      ...SalesInvoiceHead
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
        kind
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
  `,
  [invoiceHead],
);

export type InvoiceHead = ResultOf<typeof invoiceHead>;
export type SalesInvoice = ResultOf<typeof invoiceFields>;
