import { graphql } from '#ui/graphql/graphql.ts';

export const withdrawalFields = graphql(`
  fragment AdminWithdrawal on Withdrawal @_unmask {
    id
    kind
    occurredOn
    recordedAt
    note
    isReversed
    isSettled
    supplier {
      id
      name
    }
    item {
      id
      sku
      name
    }
    site {
      id
      code
    }
    quantity {
      value
      unit
    }
    unitPrice {
      amount
      currency
    }
    amount {
      amount
      currency
    }
  }
`);

export const statementFields = graphql(`
  fragment AdminStatement on Statement @_unmask {
    id
    number
    state
    currency
    periodFrom
    periodTo
    billNumber
    billedOn
    disputeReason
    createdAt
    answeredAt
    paidOn
    version
    allowedActions
    supplier {
      id
      number
      name
    }
    total {
      amount
      currency
    }
  }
`);

export const statementsQuery = graphql(
  `
    query AdminStatements($first: Int!, $after: String, $supplierId: ID, $state: [StatementState!]) {
      statements(first: $first, after: $after, supplierId: $supplierId, state: $state) {
        edges {
          node {
            ...AdminStatement
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [statementFields],
);

export const statementQuery = graphql(
  `
    query AdminStatementPage($id: ID!) {
      statement(id: $id) {
        ...AdminStatement
        supplier {
          id
          address
          country
          email
        }
        lines {
          ...AdminWithdrawal
        }
      }
    }
  `,
  [statementFields, withdrawalFields],
);

export const consignedStockQuery = graphql(`
  query AdminConsignedStock($first: Int!, $after: String, $supplierId: ID, $search: String) {
    consignedStock(first: $first, after: $after, supplierId: $supplierId, search: $search) {
      edges {
        node {
          id
          status
          lot
          agedSince
          ageDays
          supplier {
            id
            name
          }
          item {
            id
            sku
            name
          }
          site {
            id
            code
            name
          }
          onHand {
            value
            unit
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const withdrawalsQuery = graphql(
  `
    query AdminWithdrawals($first: Int!, $after: String, $supplierId: ID, $isSettled: Boolean) {
      withdrawals(first: $first, after: $after, supplierId: $supplierId, isSettled: $isSettled) {
        edges {
          node {
            ...AdminWithdrawal
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [withdrawalFields],
);
