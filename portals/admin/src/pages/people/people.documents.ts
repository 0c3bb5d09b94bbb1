import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';

export const memberFields = graphql(`
  fragment AdminPeopleMember on Membership @_unmask {
    id
    audience
    roles
    isActive
    version
    person {
      id
      name
      email
    }
    organisation {
      id
      name
    }
  }
`);

export const invitationFields = graphql(`
  fragment AdminPeopleInvitation on Invitation @_unmask {
    id
    email
    audience
    roles
    createdAt
    expiresAt
    revokedAt
    organisation {
      id
      name
    }
    invitedBy {
      id
      name
    }
  }
`);

export const membersQuery = graphql(
  `
    query AdminPeopleMembers($first: Int!, $after: String, $organisationId: ID, $isActive: Boolean) {
      memberships(first: $first, after: $after, organisationId: $organisationId, isActive: $isActive) {
        edges {
          node {
            ...AdminPeopleMember
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [memberFields],
);

export const invitationsQuery = graphql(
  `
    query AdminPeopleInvitations($first: Int!, $after: String, $organisationId: ID) {
      invitations(first: $first, after: $after, organisationId: $organisationId, isOpen: true) {
        edges {
          node {
            ...AdminPeopleInvitation
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [invitationFields],
);

/** Organisations by name, with the sides on which somebody can act for them. */
export const organisationSidesQuery = graphql(`
  query AdminPeopleOrganisations($search: String) {
    organisations(first: 20, search: $search, sort: NAME) {
      edges {
        node {
          id
          number
          name
          isCompany
          isSupplier
          isCustomer
        }
      }
    }
  }
`);

export const organisationNameQuery = graphql(`
  query AdminPeopleOrganisationName($id: ID!) {
    organisation(id: $id) {
      id
      name
    }
  }
`);

export type Member = ResultOf<typeof memberFields>;
export type Invitation = ResultOf<typeof invitationFields>;
export type Side = Member['audience'];
export type Role = Member['roles'][number];
