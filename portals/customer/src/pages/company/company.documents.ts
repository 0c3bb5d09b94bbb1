import { graphql } from '#ui/graphql/graphql.ts';

export const companyQuery = graphql(`
  query CustomerCompany($id: ID!) {
    organisation(id: $id) {
      id
      number
      name
      locale
      timeZone
      currency
      country
      email
      phone
      address
    }
  }
`);

export const membershipFields = graphql(`
  fragment CustomerMembership on Membership @_unmask {
    id
    roles
    isActive
    version
    createdAt
    person {
      id
      name
      email
    }
  }
`);

export const peopleQuery = graphql(
  `
    query CustomerPeople($first: Int!, $after: String, $organisationId: ID!, $isActive: Boolean) {
      memberships(first: $first, after: $after, organisationId: $organisationId, isActive: $isActive) {
        edges {
          node {
            ...CustomerMembership
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [membershipFields],
);

export const invitationsQuery = graphql(`
  query CustomerInvitations($first: Int!, $after: String, $organisationId: ID!) {
    invitations(first: $first, after: $after, organisationId: $organisationId, isOpen: true) {
      edges {
        node {
          id
          email
          roles
          createdAt
          expiresAt
          invitedBy {
            id
            name
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

export const inviteMutation = graphql(`
  mutation CustomerInvite($input: InvitationCreateInput!) {
    invitationCreate(input: $input) {
      url
      invitation {
        id
        email
        expiresAt
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const invitationRevokeMutation = graphql(`
  mutation CustomerInvitationRevoke($input: InvitationRevokeInput!) {
    invitationRevoke(input: $input) {
      invitation {
        id
        revokedAt
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const rolesMutation = graphql(
  `
    mutation CustomerMembershipRoles($input: MembershipChangeRolesInput!) {
      membershipChangeRoles(input: $input) {
        membership {
          ...CustomerMembership
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [membershipFields],
);

export const deactivateMutation = graphql(
  `
    mutation CustomerMembershipDeactivate($input: MembershipDeactivateInput!) {
      membershipDeactivate(input: $input) {
        membership {
          ...CustomerMembership
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [membershipFields],
);
