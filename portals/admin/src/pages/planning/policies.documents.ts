import { graphql } from '#ui/graphql/graphql.ts';

export const planningPoliciesQuery = graphql(`
  query AdminPlanningPolicies($first: Int!, $after: String) {
    planningPolicies(first: $first, after: $after) {
      edges {
        node {
          id
          bucketCount
          expediteToleranceDays
          deferToleranceDays
          quantityTolerance
          consumeBackward
          consumeForward
          historyWeeks
          holdoutWeeks
          seasonWeeks
          forecastWeeks
          version
          site {
            id
            code
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

export const planningPolicySaveMutation = graphql(`
  mutation AdminPlanningPolicySave($input: PlanningPolicySaveInput!) {
    planningPolicySave(input: $input) {
      policy {
        id
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
