import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';

export const memberFields = graphql(`
  fragment SupplierMember on Membership @_unmask {
    id
    roles
    isActive
    version
    person {
      id
      name
      email
    }
  }
`);

export const membersQuery = graphql(
  `
    query SupplierMembers($first: Int!, $after: String, $organisationId: ID!) {
      memberships(first: $first, after: $after, organisationId: $organisationId) {
        edges {
          node {
            ...SupplierMember
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

export const companyQuery = graphql(`
  query SupplierCompany($organisationId: ID!) {
    invitations(first: 50, organisationId: $organisationId, isOpen: true) {
      nodes {
        id
        email
        roles
        expiresAt
      }
    }
    sessions(first: 50) {
      nodes {
        id
        userAgent
        remoteAddress
        createdAt
        lastSeenAt
        isCurrent
      }
    }
  }
`);

export const invitationCreateMutation = graphql(`
  mutation SupplierInvitationCreate($input: InvitationCreateInput!) {
    invitationCreate(input: $input) {
      invitation {
        id
        email
      }
      url
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const invitationRevokeMutation = graphql(`
  mutation SupplierInvitationRevoke($input: InvitationRevokeInput!) {
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

export const rolesChangeMutation = graphql(
  `
    mutation SupplierRolesChange($input: MembershipChangeRolesInput!) {
      membershipChangeRoles(input: $input) {
        membership {
          ...SupplierMember
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [memberFields],
);

export const memberDeactivateMutation = graphql(
  `
    mutation SupplierMemberDeactivate($input: MembershipDeactivateInput!) {
      membershipDeactivate(input: $input) {
        membership {
          ...SupplierMember
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [memberFields],
);

export const sessionEndMutation = graphql(`
  mutation SupplierSessionEnd($input: SessionEndInput!) {
    sessionEnd(input: $input) {
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export type Member = ResultOf<typeof memberFields>;
