import { graphql } from '#ui/graphql/graphql.ts';

export const callerOrdersQuery = graphql(`
  query AdminCallerOrders($customerId: ID!) {
    salesOrders(first: 5, sort: NEWEST, customerId: $customerId, state: [SUBMITTED, CONFIRMED, ON_HOLD]) {
      totalCount
      nodes {
        id
        number
        customerReference
        requestedOn
        isAtRisk
      }
    }
    openSalesOrderLines(first: 10, sort: DUE, customerId: $customerId, isAtRisk: true) {
      totalCount
      nodes {
        id
        lineNo
        confirmedOn
        estimatedOn
        order {
          id
          number
        }
        item {
          id
          sku
          name
        }
        openQuantity {
          value
          unit
        }
      }
    }
  }
`);
