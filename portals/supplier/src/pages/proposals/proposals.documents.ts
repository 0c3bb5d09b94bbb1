import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';

export const proposalFields = graphql(`
  fragment SupplierProposal on VmiProposal @_unmask {
    id
    number
    state
    origin
    version
    allowedActions
    deliverOn
    answerDueAt
    isAnswerOverdue
    answerReason
    item {
      id
      sku
      name
    }
    site {
      id
      code
      timeZone
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
    explanation {
      code
      label
      value
    }
  }
`);

export const proposalsQuery = graphql(
  `
    query SupplierProposals(
      $first: Int!
      $after: String
      $sort: VmiProposalSort!
      $state: [VmiProposalState!]
      $search: String
    ) {
      vmiProposals(first: $first, after: $after, sort: $sort, state: $state, search: $search) {
        edges {
          node {
            ...SupplierProposal
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

export const proposalQuery = graphql(
  `
    query SupplierProposalPage($id: ID!) {
      vmiProposal(id: $id) {
        ...SupplierProposal
        agreement {
          id
          number
        }
        line {
          id
        }
        answers {
          id
          proposalVersion
          answeredBy
          answeredByName
          answeredAt
          decision
          isWithinTolerance
          reason
          parts {
            deliverOn
            quantity {
              value
              unit
            }
          }
        }
        commitments {
          id
          state
          deliverOn
          version
          allowedActions
          quantity {
            value
            unit
          }
          shippedQuantity {
            value
            unit
          }
          order {
            id
            number
          }
        }
      }
    }
  `,
  [proposalFields],
);

export const proposalAnswerMutation = graphql(
  `
    mutation SupplierProposalAnswer($input: ProposalAnswerInput!) {
      proposalAnswer(input: $input) {
        proposal {
          ...SupplierProposal
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [proposalFields],
);

export const proposalsAnswerMutation = graphql(
  `
    mutation SupplierProposalsAnswer($input: ProposalsAnswerInput!) {
      proposalsAnswer(input: $input) {
        proposals {
          ...SupplierProposal
        }
        results {
          proposalId
          error {
            code
            message
          }
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [proposalFields],
);

export type ProposalRow = ResultOf<typeof proposalFields>;
export type ProposalDetail = NonNullable<ResultOf<typeof proposalQuery>['vmiProposal']>;
export type ManyResults = ResultOf<typeof proposalsAnswerMutation>['proposalsAnswer']['results'];
