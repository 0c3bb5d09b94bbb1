import { graphql } from '#ui/graphql/graphql.ts';
import { proposalFields } from './proposals.documents.ts';

export const runMutation = graphql(`
  mutation AdminReplenishmentRun($input: ReplenishmentRunInput!) {
    replenishmentRun(input: $input) {
      lineCount
      proposalCount
      issueCount
      run {
        id
        startedAt
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const reviewMutation = graphql(
  `
    mutation AdminProposalReview($input: ProposalReviewInput!) {
      proposalReview(input: $input) {
        proposal {
          ...AdminVmiProposal
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

export const releaseMutation = graphql(
  `
    mutation AdminProposalRelease($input: ProposalReleaseInput!) {
      proposalRelease(input: $input) {
        proposals {
          ...AdminVmiProposal
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

export const snoozeMutation = graphql(`
  mutation AdminLineSnooze($input: LineSnoozeInput!) {
    lineSnooze(input: $input) {
      line {
        id
        snoozedUntil
        snoozeReason
        allowedActions
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);
