import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const returnFields = graphql(`
  fragment CustomerReturnRow on CustomerReturn @_unmask {
    id
    number
    state
    version
    wantedResolution
    resolution
    requestedAt
    allowedActions
  }
`);

export const returnsQuery = graphql(
  `
    query CustomerReturns($first: Int!, $after: String, $search: String, $state: [CustomerReturnState!]) {
      customerReturns(first: $first, after: $after, search: $search, state: $state) {
        edges {
          node {
            ...CustomerReturnRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [returnFields],
);

export const returnQuery = graphql(
  `
    query CustomerReturnPage($id: ID!) {
      customerReturn(id: $id) {
        ...CustomerReturnRow
        reason
        answer
        carrier
        tracking
        approvedAt
        receivedAt
        resolvedAt
        closedAt
        replacementOrder {
          id
          number
        }
        lines {
          id
          lineNo
          reason
          outcome
          item {
            id
            sku
            name
          }
          quantity {
            value
            unit
          }
          receivedQuantity {
            value
            unit
          }
        }
      }
    }
  `,
  [returnFields],
);

export const returnRequestMutation = graphql(`
  mutation CustomerReturnRequest($input: ReturnRequestInput!) {
    returnRequest(input: $input) {
      return {
        id
        number
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const returnSendMutation = graphql(
  `
    mutation CustomerReturnSend($input: ReturnSendInput!) {
      returnSend(input: $input) {
        return {
          ...CustomerReturnRow
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [returnFields],
);

export type ReturnRow = ResultOf<typeof returnFields>;
export type Return = NonNullable<ResultOf<typeof returnQuery>['customerReturn']>;
