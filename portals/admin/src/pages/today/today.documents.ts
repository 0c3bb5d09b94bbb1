import { graphql } from '#ui/graphql/graphql.ts';

export const todayQuery = graphql(`
  query AdminToday {
    review: purchaseOrders(first: 5, answerState: [CHANGES_PROPOSED], sort: OLDEST) {
      totalCount
      edges {
        node {
          id
          number
          supplier {
            id
            name
          }
        }
      }
    }
    overdueOrders: purchaseOrders(first: 5, isOverdue: true, sort: OLDEST) {
      totalCount
      edges {
        node {
          id
          number
          nextDueOn
          supplier {
            id
            name
          }
        }
      }
    }
    arrived: shipmentNotices(first: 5, state: [ARRIVED, RECEIVING], sort: EXPECTED) {
      totalCount
      edges {
        node {
          id
          number
          expectedOn
          supplier {
            id
            name
          }
        }
      }
    }
    overdueNotices: shipmentNotices(first: 5, isOverdue: true, sort: EXPECTED) {
      totalCount
      edges {
        node {
          id
          number
          expectedOn
          supplier {
            id
            name
          }
        }
      }
    }
    discrepancies(first: 5, state: [OPEN], sort: OLDEST) {
      totalCount
      edges {
        node {
          id
          receiptId
          receiptNumber
          kind
          item {
            id
            sku
          }
          supplier {
            id
            name
          }
        }
      }
    }
    low: stock(first: 5, belowReorderPoint: true, sort: LEAST_AVAILABLE) {
      totalCount
      edges {
        node {
          id
          item {
            id
            sku
            name
          }
          site {
            id
            code
          }
          available {
            value
            unit
          }
        }
      }
    }
    toConfirm: salesOrders(first: 5, state: [SUBMITTED, ON_HOLD], sort: OLDEST) {
      totalCount
      nodes {
        id
        number
        requestedOn
        customer {
          id
          name
        }
      }
    }
    atRisk: openSalesOrderLines(first: 5, isAtRisk: true, sort: DUE) {
      totalCount
      nodes {
        id
        lineNo
        confirmedOn
        order {
          id
          number
          customer {
            id
            name
          }
        }
        item {
          id
          sku
        }
      }
    }
    toShip: openSalesOrderLines(first: 5, isReady: true, sort: DUE) {
      totalCount
      nodes {
        id
        lineNo
        dueOn
        order {
          id
          number
        }
        item {
          id
          sku
        }
      }
    }
    toReturn: customerReturns(first: 5, state: [REQUESTED, IN_TRANSIT, RECEIVED, INSPECTED]) {
      totalCount
      nodes {
        id
        number
        customer {
          id
          name
        }
      }
    }
    owed: invoices(first: 5, isOverdue: true, sort: DUE) {
      totalCount
      nodes {
        id
        number
        dueOn
        customer {
          id
          name
        }
      }
    }
    failed: tasks(first: 5, state: FAILED) {
      totalCount
      edges {
        node {
          id
          title
          createdAt
        }
      }
    }
  }
`);
