import { graphql } from '#ui/graphql/graphql.ts';

export const todayQuery = graphql(`
  query CustomerToday {
    notices: promiseNotices(first: 5, state: [OPEN]) {
      totalCount
      nodes {
        id
        expectedOn
        item {
          id
          sku
          name
        }
        order {
          id
          number
        }
        lateQuantity {
          value
          unit
        }
      }
    }
    approvals: salesOrders(first: 5, state: [AWAITING_CUSTOMER_APPROVAL]) {
      totalCount
      nodes {
        id
        number
        placedByName
        requestedOn
        total {
          amount
          currency
        }
      }
    }
    drafts: salesOrders(first: 5, state: [DRAFT]) {
      totalCount
      nodes {
        id
        number
        requestedOn
        total {
          amount
          currency
        }
      }
    }
    late: openSalesOrderLines(first: 1, isAtRisk: true) {
      totalCount
    }
    due: openSalesOrderLines(first: 8, sort: DUE) {
      totalCount
      nodes {
        id
        dueOn
        estimatedOn
        isOverdue
        isAtRisk
        item {
          id
          sku
          name
        }
        order {
          id
          number
        }
        openQuantity {
          value
          unit
        }
      }
    }
  }
`);
