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
