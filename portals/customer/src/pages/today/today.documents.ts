import { graphql } from '#ui/graphql/graphql.ts';

export const todayQuery = graphql(`
  query CustomerToday($organisationId: ID!) {
    memberships(first: 1, organisationId: $organisationId, isActive: true) {
      totalCount
    }
    invitations(first: 1, organisationId: $organisationId, isOpen: true) {
      totalCount
    }
    sessions(first: 1) {
      totalCount
    }
  }
`);
