import { graphql } from './graphql.ts';

export const viewerFields = graphql(`
  fragment ViewerFields on Viewer @_unmask {
    id
    allowedActions
    impersonation {
      by
      reason
      endsAt
    }
    person {
      id
      name
      email
      locale
    }
    membership {
      id
      audience
      roles
      organisation {
        id
        name
      }
    }
    memberships {
      id
      audience
      roles
      organisation {
        id
        name
      }
    }
  }
`);

export const secondStepFields = graphql(`
  fragment SecondStepFields on SecondStep @_unmask {
    ticket
    methods
    enrolment {
      secret
      uri
    }
  }
`);

export const viewerQuery = graphql(
  `
    query SessionViewer {
      viewer {
        ...ViewerFields
      }
    }
  `,
  [viewerFields],
);

export const signInMutation = graphql(
  `
    mutation SessionSignIn($input: SignInInput!) {
      signIn(input: $input) {
        viewer {
          ...ViewerFields
        }
        secondStep {
          ...SecondStepFields
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [viewerFields, secondStepFields],
);

export const signOutMutation = graphql(`
  mutation SessionSignOut {
    signOut {
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const membershipChooseMutation = graphql(
  `
    mutation SessionMembershipChoose($input: MembershipChooseInput!) {
      membershipChoose(input: $input) {
        viewer {
          ...ViewerFields
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [viewerFields],
);

export const invitationQuery = graphql(`
  query SessionInvitation($token: String!) {
    invitation(token: $token) {
      organisationName
      email
      audience
      expiresAt
    }
  }
`);

export const invitationAcceptMutation = graphql(
  `
    mutation SessionInvitationAccept($input: InvitationAcceptInput!) {
      invitationAccept(input: $input) {
        viewer {
          ...ViewerFields
        }
        secondStep {
          ...SecondStepFields
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [viewerFields, secondStepFields],
);
