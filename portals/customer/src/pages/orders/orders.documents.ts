import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';
import { salesLineFields } from '#ui/sales/sales-line.documents.ts';
import { promiseNoticeFields } from './promise-notice.documents.ts';

export const orderFields = graphql(`
  fragment CustomerOrder on SalesOrder @_unmask {
    id
    number
    state
    holdKind
    fulfilment
    invoicing
    payment
    version
    orderedOn
    requestedOn
    customerReference
    lineCount
    isAtRisk
    isBackordered
    allowedActions
    total {
      amount
      currency
    }
  }
`);

export const ordersQuery = graphql(
  `
    query CustomerOrders(
      $first: Int!
      $after: String
      $sort: SalesOrderSort!
      $search: String
      $state: [SalesOrderState!]
      $fulfilment: [SalesOrderFulfilment!]
      $isAtRisk: Boolean
    ) {
      salesOrders(
        first: $first
        after: $after
        sort: $sort
        search: $search
        state: $state
        fulfilment: $fulfilment
        isAtRisk: $isAtRisk
      ) {
        edges {
          node {
            ...CustomerOrder
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [orderFields],
);

export const orderLineFields = graphql(
  `
    fragment CustomerOrderLine on SalesOrderLine @_unmask {
      ...SalesLine
      pegs {
        id
        source
        expectedOn
        isLate
        quantity {
          value
          unit
        }
      }
      promiseNotice {
        ...CustomerPromiseNotice
      }
    }
  `,
  [salesLineFields, promiseNoticeFields],
);

export const orderQuery = graphql(
  `
    query CustomerOrderPage($id: ID!) {
      salesOrder(id: $id) {
        ...CustomerOrder
        customer {
          id
        }
        currency
        isTaxInclusive
        paymentDays
        allowsPartial
        shipTo
        note
        placedByName
        approvedByName
        createdAt
        submittedAt
        approvedAt
        confirmedAt
        closedAt
        closeReason
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
        lines {
          ...CustomerOrderLine
        }
      }
    }
  `,
  [orderFields, orderLineFields],
);

export type OrderRow = ResultOf<typeof orderFields>;
export type Order = NonNullable<ResultOf<typeof orderQuery>['salesOrder']>;
export type OrderLine = Order['lines'][number];
