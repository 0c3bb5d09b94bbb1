import { graphql } from '#ui/graphql/graphql.ts';

export const orderHeadFields = graphql(`
  fragment AdminOrderHead on PurchaseOrder @_unmask {
    id
    number
    kind
    state
    answerState
    version
    orderedOn
    nextDueOn
    isOverdue
    supplier {
      id
      name
    }
    site {
      id
      code
      name
    }
    total {
      amount
      currency
    }
  }
`);

export const ordersQuery = graphql(
  `
    query AdminOrders(
      $first: Int!
      $after: String
      $search: String
      $state: [PurchaseOrderState!]
      $answerState: [PurchaseOrderAnswerState!]
      $supplierId: ID
      $siteId: ID
      $isOverdue: Boolean
      $sort: PurchaseOrderSort!
    ) {
      purchaseOrders(
        first: $first
        after: $after
        search: $search
        state: $state
        answerState: $answerState
        supplierId: $supplierId
        siteId: $siteId
        isOverdue: $isOverdue
        sort: $sort
      ) {
        edges {
          node {
            ...AdminOrderHead
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [orderHeadFields],
);

export const orderLineFields = graphql(`
  fragment AdminOrderLines on PurchaseOrder @_unmask {
    lines {
      id
      lineNo
      description
      unit
      isConsignment
      item {
        id
        sku
        name
        unit
      }
      unitPrice {
        amount
        currency
      }
      quantity {
        value
        unit
      }
      openQuantity {
        value
        unit
      }
      schedules {
        id
        scheduleNo
        state
        requestedOn
        firstConfirmedOn
        confirmedOn
        dueOn
        isOverdue
        closedReason
        requestedQuantity {
          value
          unit
        }
        confirmedQuantity {
          value
          unit
        }
        inTransitQuantity {
          value
          unit
        }
        receivedQuantity {
          value
          unit
        }
        acceptedQuantity {
          value
          unit
        }
        rejectedQuantity {
          value
          unit
        }
        openQuantity {
          value
          unit
        }
      }
    }
  }
`);

export const orderAnswerFields = graphql(`
  fragment AdminOrderAnswers on PurchaseOrder @_unmask {
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
        position
        decision
        promisedOn
        note
        isWithinTolerance
        quantity {
          value
          unit
        }
        scheduleLine {
          id
          requestedOn
          item {
            id
            sku
            name
          }
          requestedQuantity {
            value
            unit
          }
        }
      }
    }
  }
`);

export const orderHistoryFields = graphql(`
  fragment AdminOrderHistory on PurchaseOrder @_unmask {
    versions {
      id
      version
      reason
      createdAt
    }
    notices {
      id
      number
      state
      expectedOn
      isOverdue
      carrier
      tracking
    }
    receipts {
      id
      number
      state
      receivedAt
    }
  }
`);

export const orderFields = graphql(
  `
    fragment AdminOrderFields on PurchaseOrder @_unmask {
      ...AdminOrderHead
      ...AdminOrderLines
      ...AdminOrderAnswers
      ...AdminOrderHistory
      note
      isConsignment
      externalNumber
      buyerName
      createdAt
      issuedAt
      answeredAt
      closedAt
      allowedActions
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
    }
  `,
  [orderHeadFields, orderLineFields, orderAnswerFields, orderHistoryFields],
);

export const orderQuery = graphql(
  `
    query AdminOrder($id: ID!) {
      purchaseOrder(id: $id) {
        ...AdminOrderFields
      }
    }
  `,
  [orderFields],
);

export const supplyTermQuery = graphql(`
  query AdminSupplyTerm($supplierId: ID!, $itemId: ID!) {
    supplierItems(first: 1, supplierId: $supplierId, itemId: $itemId) {
      edges {
        node {
          id
          orderUnit
          leadTimeDays
          minimumQuantity {
            value
            unit
          }
          orderMultiple {
            value
            unit
          }
          priceBreaks {
            id
            fromQuantity
            unitPrice {
              amount
              currency
            }
          }
        }
      }
    }
  }
`);
