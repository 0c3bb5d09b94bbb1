import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';
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
      id
      lineNo
      description
      unit
      stage
      requestedOn
      firstConfirmedOn
      confirmedOn
      estimatedOn
      isAtRisk
      isBackordered
      isOverdue
      isChangeable
      discount
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
      openQuantity {
        value
        unit
      }
      cancelledQuantity {
        value
        unit
      }
      shippedQuantity {
        value
        unit
      }
      deliveredQuantity {
        value
        unit
      }
      returnedQuantity {
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
      whyThisPrice {
        source
        listName
        listUnit
        fromQuantity
        nextFromQuantity
        promotionName
        pricedOn
        listPrice {
          amount
          currency
        }
        nextListPrice {
          amount
          currency
        }
      }
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
      promises {
        id
        kind
        version
        previousOn
        promisedOn
        cause
        madeAt
      }
    }
  `,
  [promiseNoticeFields],
);

export const orderQuery = graphql(
  `
    query CustomerOrderPage($id: ID!) {
      salesOrder(id: $id) {
        ...CustomerOrder
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
