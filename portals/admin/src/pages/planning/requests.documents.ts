import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';
import { requestFields } from '#ui/planning/request.documents.ts';

const requestRow = graphql(
  `
    fragment AdminSupplierRequest on SupplierRequest @_unmask {
      ...PlanningRequest
      supplier {
        id
        name
      }
    }
  `,
  [requestFields],
);
export type RequestRow = ResultOf<typeof requestRow>;

export const requestsQuery = graphql(
  `
    query AdminSupplierRequests($first: Int!, $after: String, $state: [SupplierRequestState!]) {
      supplierRequests(first: $first, after: $after, state: $state) {
        edges {
          node {
            ...AdminSupplierRequest
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [requestRow],
);

export const requestMakeMutation = graphql(`
  mutation AdminSupplierRequestMake($input: SupplierRequestMakeInput!) {
    supplierRequestMake(input: $input) {
      request {
        id
        state
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const requestWithdrawMutation = graphql(`
  mutation AdminSupplierRequestWithdraw($input: SupplierRequestWithdrawInput!) {
    supplierRequestWithdraw(input: $input) {
      request {
        id
        state
        version
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);
