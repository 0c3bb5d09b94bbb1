import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const customerWorkQuery = graphql(`
  query AdminCustomerWork($id: ID!) {
    orders: salesOrders(first: 5, sort: NEWEST, customerId: $id, state: [SUBMITTED, CONFIRMED, ON_HOLD]) {
      totalCount
      nodes {
        id
        number
        state
        requestedOn
        isAtRisk
        total {
          amount
          currency
        }
      }
    }
    risk: openSalesOrderLines(first: 5, sort: DUE, customerId: $id, isAtRisk: true) {
      totalCount
    }
    invoices(first: 5, sort: DUE, customerId: $id, kind: [INVOICE], state: [ISSUED, PARTLY_PAID]) {
      totalCount
      nodes {
        id
        number
        dueOn
        isOverdue
        open {
          amount
          currency
        }
      }
    }
    overdue: invoices(first: 1, sort: DUE, customerId: $id, isOverdue: true) {
      totalCount
    }
    tickets(first: 5, sort: NEWEST, organisationId: $id, isActive: true) {
      totalCount
      nodes {
        id
        number
        subject
        statusName
      }
    }
    contacts(first: 10, organisationId: $id) {
      nodes {
        id
        name
        email
        phone
      }
    }
    interactions(first: 8, organisationId: $id) {
      nodes {
        id
        channel
        direction
        authorName
        summary
        body
        occurredAt
      }
    }
  }
`);

export type CustomerWork = ResultOf<typeof customerWorkQuery>;
