import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';

export const requestFields = graphql(`
  fragment SupplierDateRequest on SupplierRequest @_unmask {
    id
    kind
    state
    orderId
    orderNumber
    currentOn
    wantedOn
    committedOn
    note
    answerNote
    askedAt
    version
    allowedActions
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
    quantity {
      value
      unit
    }
  }
`);
export type DateRequest = ResultOf<typeof requestFields>;

export const requestsQuery = graphql(
  `
    query SupplierDateRequests($first: Int!, $after: String, $state: [SupplierRequestState!]) {
      supplierRequests(first: $first, after: $after, state: $state) {
        edges {
          node {
            ...SupplierDateRequest
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [requestFields],
);

export const requestAnswerMutation = graphql(
  `
    mutation SupplierDateRequestAnswer($input: SupplierRequestAnswerInput!) {
      supplierRequestAnswer(input: $input) {
        request {
          ...SupplierDateRequest
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [requestFields],
);
