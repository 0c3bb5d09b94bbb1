import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';
import { requestFields } from '#ui/planning/request.documents.ts';

const requestRow = graphql(
  `
    fragment SupplierDateRequest on SupplierRequest @_unmask {
      ...PlanningRequest
      site {
        id
        code
        name
      }
    }
  `,
  [requestFields],
);
export type DateRequest = ResultOf<typeof requestRow>;

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
  [requestRow],
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
  [requestRow],
);
