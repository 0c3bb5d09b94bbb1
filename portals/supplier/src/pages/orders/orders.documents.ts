import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';

export const orderFields = graphql(`
  fragment SupplierOrder on PurchaseOrder @_unmask {
    id
    number
    kind
    state
    answerState
    version
    orderedOn
    nextDueOn
    isOverdue
    allowedActions
    site {
      id
      code
      name
      timeZone
    }
    total {
      amount
      currency
    }
  }
`);

export const ordersQuery = graphql(
  `
    query SupplierOrders(
      $first: Int!
      $after: String
      $sort: PurchaseOrderSort!
      $search: String
      $state: [PurchaseOrderState!]
      $answerState: [PurchaseOrderAnswerState!]
      $isOverdue: Boolean
    ) {
      purchaseOrders(
        first: $first
        after: $after
        sort: $sort
        search: $search
        state: $state
        answerState: $answerState
        isOverdue: $isOverdue
      ) {
        edges {
          node {
            ...SupplierOrder
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

export const orderQuery = graphql(
  `
    query SupplierOrderPage($id: ID!) {
      purchaseOrder(id: $id) {
        ...SupplierOrder
        note
        isConsignment
        lines {
          id
          lineNo
          description
          unit
          isConsignment
          overTolerance
          underTolerance
          dateToleranceDays
          item {
            id
            sku
            name
          }
          unitPrice {
            amount
            currency
          }
          quantity {
            value
            unit
          }
          schedules {
            id
            scheduleNo
            state
            requestedOn
            confirmedOn
            dueOn
            isOverdue
            requestedQuantity {
              value
              unit
            }
            confirmedQuantity {
              value
              unit
            }
            shippedQuantity {
              value
              unit
            }
            receivedQuantity {
              value
              unit
            }
            shippableQuantity {
              value
              unit
            }
          }
        }
        versions {
          id
          version
          reason
          createdAt
        }
        answers {
          id
          version
          decision
          state
          note
          reviewNote
          answeredAt
          reviewedAt
          lines {
            id
            decision
            promisedOn
            note
            quantity {
              value
              unit
            }
            scheduleLine {
              id
              scheduleNo
              item {
                id
                sku
              }
            }
          }
        }
        notices {
          id
          number
          state
          expectedOn
          isOverdue
        }
      }
    }
  `,
  [orderFields],
);

export const orderAnswerMutation = graphql(
  `
    mutation SupplierOrderAnswer($input: PurchaseOrderAnswerInput!) {
      purchaseOrderAnswer(input: $input) {
        order {
          ...SupplierOrder
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [orderFields],
);

export type OrderRow = ResultOf<typeof orderFields>;
export type Order = NonNullable<ResultOf<typeof orderQuery>['purchaseOrder']>;
export type OrderLine = Order['lines'][number];
export type Schedule = OrderLine['schedules'][number];
