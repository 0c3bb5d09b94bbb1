import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';

export const statementFields = graphql(`
  fragment SupplierStatement on Statement @_unmask {
    id
    number
    state
    version
    allowedActions
    periodFrom
    periodTo
    billNumber
    billedOn
    paidOn
    disputeReason
    total {
      amount
      currency
    }
  }
`);

export const statementsQuery = graphql(
  `
    query SupplierStatements($first: Int!, $after: String, $state: [StatementState!]) {
      statements(first: $first, after: $after, state: $state) {
        edges {
          node {
            ...SupplierStatement
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
    query SupplierStatementPage($id: ID!) {
      statement(id: $id) {
        ...SupplierStatement
        createdAt
        answeredAt
        supplier {
          id
          name
          address
        }
        lines {
          id
          kind
          occurredOn
          note
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
      }
    }
  `,
  [statementFields],
);

export const statementAgreeMutation = graphql(
  `
    mutation SupplierStatementAgree($input: StatementActInput!) {
      statementAgree(input: $input) {
        statement {
          ...SupplierStatement
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [statementFields],
);

export const statementDisputeMutation = graphql(
  `
    mutation SupplierStatementDispute($input: StatementActInput!) {
      statementDispute(input: $input) {
        statement {
          ...SupplierStatement
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [statementFields],
);

export type StatementRow = ResultOf<typeof statementFields>;
