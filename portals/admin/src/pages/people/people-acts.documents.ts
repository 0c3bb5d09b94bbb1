import { graphql } from '#ui/graphql/graphql.ts';
import { invitationFields, memberFields } from './people.documents.ts';

export const invitationCreateMutation = graphql(
  `
    mutation AdminPeopleInvitationCreate($input: InvitationCreateInput!) {
      invitationCreate(input: $input) {
        invitation {
          ...AdminPeopleInvitation
        }
        url
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [invitationFields],
);

export const invitationRevokeMutation = graphql(
  `
    mutation AdminPeopleInvitationRevoke($input: InvitationRevokeInput!) {
      invitationRevoke(input: $input) {
        invitation {
          ...AdminPeopleInvitation
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [invitationFields],
);

export const rolesChangeMutation = graphql(
  `
    mutation AdminPeopleRolesChange($input: MembershipChangeRolesInput!) {
      membershipChangeRoles(input: $input) {
        membership {
          ...AdminPeopleMember
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

export const impersonationBeginMutation = graphql(`
  mutation AdminPeopleImpersonationBegin($input: ImpersonationBeginInput!) {
    impersonationBegin(input: $input) {
      url
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const memberDeactivateMutation = graphql(
  `
    mutation AdminPeopleMemberDeactivate($input: MembershipDeactivateInput!) {
      membershipDeactivate(input: $input) {
        membership {
          ...AdminPeopleMember
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
