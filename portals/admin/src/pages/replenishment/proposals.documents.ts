import { graphql } from '#ui/graphql/graphql.ts';

export const proposalFields = graphql(`
  fragment AdminVmiProposal on VmiProposal @_unmask {
    id
    number
    state
    origin
    version
    deliverOn
    answerDueAt
    isAnswerOverdue
    answerReason
    answeredAt
    allowedActions
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
    line {
      id
    }
    quantity {
      value
      unit
    }
    orderQuantity {
      value
      unit
    }
    offer {
      deliverOn
      quantity {
        value
        unit
      }
    }
    substitute {
      id
      sku
      name
    }
    explanation {
      code
      label
      value
    }
  }
`);

export const proposalsQuery = graphql(
  `
    query AdminVmiProposals(
      $first: Int!
      $after: String
      $search: String
      $sort: VmiProposalSort!
      $state: [VmiProposalState!]
      $supplierId: ID
    ) {
      vmiProposals(first: $first, after: $after, search: $search, sort: $sort, state: $state, supplierId: $supplierId) {
        edges {
          node {
            ...AdminVmiProposal
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [proposalFields],
);
