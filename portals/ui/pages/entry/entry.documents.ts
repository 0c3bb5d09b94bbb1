import { graphql } from '../../graphql/graphql.ts';
import { viewerFields } from '../../graphql/session.documents.ts';

export const signInConfirmMutation = graphql(
  `
    mutation SessionSignInConfirm($input: SignInConfirmInput!) {
      signInConfirm(input: $input) {
        recoveryCodes
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

export const passkeyChallengeMutation = graphql(`
  mutation SessionPasskeyChallenge {
    passkeyChallenge {
      ticket
      options
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const passkeySignInMutation = graphql(
  `
    mutation SessionPasskeySignIn($input: PasskeySignInInput!) {
      passkeySignIn(input: $input) {
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

export const singleSignOnBeginMutation = graphql(`
  mutation SessionSingleSignOnBegin($input: SingleSignOnBeginInput!) {
    singleSignOnBegin(input: $input) {
      url
      ticket
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const singleSignOnFinishMutation = graphql(
  `
    mutation SessionSingleSignOnFinish($input: SingleSignOnFinishInput!) {
      singleSignOnFinish(input: $input) {
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

export const impersonationEnterMutation = graphql(
  `
    mutation SessionImpersonationEnter($input: ImpersonationEnterInput!) {
      impersonationEnter(input: $input) {
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

export const passwordResetRequestMutation = graphql(`
  mutation SessionPasswordResetRequest($input: PasswordResetRequestInput!) {
    passwordResetRequest(input: $input) {
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const passwordResetQuery = graphql(`
  query SessionPasswordReset($token: String!) {
    passwordReset(token: $token) {
      email
      expiresAt
    }
  }
`);

export const passwordResetMutation = graphql(`
  mutation SessionPasswordResetFinish($input: PasswordResetInput!) {
    passwordReset(input: $input) {
      userErrors {
        code
        message
        path
      }
    }
  }
`);
