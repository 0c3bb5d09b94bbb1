import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';
import { salesLineFields } from '#ui/sales/sales-line.documents.ts';
import { salesOrderHead } from './orders.documents.ts';
import { supplyFields } from './supply.documents.ts';

export const salesOrderQuery = graphql(
  `
    query AdminSalesOrder($id: ID!) {
      salesOrder(id: $id) {
        ...AdminSalesOrderHead
        allowedActions
        origin
        holdKind
        holdReason
        closeReason
        currency
        exchangeRate
        isTaxInclusive
        paymentDays
        allowsPartial
        shipTo
        note
        externalNumber
        salesPersonName
        placedByName
        approvedByName
        createdAt
        submittedAt
        approvedAt
        confirmedAt
        closedAt
        lineCount
        site {
          id
          code
          name
          timeZone
        }
        subtotal {
          amount
          currency
        }
        tax {
          amount
          currency
        }
        freight {
          amount
          currency
        }
        shipments {
          id
          number
          state
        }
        invoices {
          id
          number
          kind
          state
        }
        returns {
          id
          number
          state
        }
        lines {
          ...SalesLine
          ...AdminLineSupply
          allocatedQuantity {
            value
            unit
          }
          tickets {
            id
            number
            subject
            category
          }
        }
      }
    }
  `,
  [salesOrderHead, salesLineFields, supplyFields],
);

export type SalesOrder = NonNullable<ResultOf<typeof salesOrderQuery>['salesOrder']>;
export type SalesOrderLine = SalesOrder['lines'][number];
