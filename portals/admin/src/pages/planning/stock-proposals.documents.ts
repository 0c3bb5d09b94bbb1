import { graphql } from '#ui/graphql/graphql.ts';

export const stockProposalsQuery = graphql(`
  query AdminSafetyStockProposals(
    $first: Int!
    $after: String
    $search: String
    $sort: SafetyStockSort!
    $isOpen: Boolean
  ) {
    safetyStockProposals(first: $first, after: $after, search: $search, sort: $sort, isOpen: $isOpen) {
      edges {
        node {
          id
          serviceLevel
          z
          demandMean
          demandDeviation
          leadTimeMean
          leadTimeDeviation
          leadTimeSource
          receiptCount
          isOpen
          computedAt
          version
          item {
            id
            sku
            name
          }
          site {
            id
            code
          }
          current {
            value
            unit
          }
          proposed {
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

export const stockApplyMutation = graphql(`
  mutation AdminSafetyStockApply($input: SafetyStockApplyInput!) {
    safetyStockApply(input: $input) {
      proposals {
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

export const stockRecomputeMutation = graphql(`
  mutation AdminSafetyStockRecompute($input: SafetyStockRecomputeInput!) {
    safetyStockRecompute(input: $input) {
      task {
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
