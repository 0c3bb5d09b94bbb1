import { graphql } from '../../graphql/graphql.ts';

export const securityFields = graphql(`
  fragment SecurityFields on Security @_unmask {
    id
    hasPassword
    passwordChangedAt
    hasAuthenticatorApp
    recoveryCodesLeft
    isSecondFactorRequired
  }
`);

export const passkeyFields = graphql(`
  fragment PasskeyFields on Passkey @_unmask {
    id
    name
    isBackedUp
    createdAt
    lastUsedAt
  }
`);

export const securityQuery = graphql(
  `
    query SecurityOverview {
      security {
        ...SecurityFields
      }
      passkeys(first: 50) {
        edges {
          node {
            ...PasskeyFields
          }
        }
      }
    }
  `,
  [securityFields, passkeyFields],
);

export const sessionsQuery = graphql(`
  query SecuritySessions($first: Int!, $after: String) {
    sessions(first: $first, after: $after) {
      edges {
        node {
          id
          userAgent
          remoteAddress
          createdAt
          lastSeenAt
          isCurrent
          impersonatedBy
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const sessionEndMutation = graphql(`
  mutation SecuritySessionEnd($input: SessionEndInput!) {
    sessionEnd(input: $input) {
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const sessionEndOthersMutation = graphql(`
  mutation SecuritySessionEndOthers {
    sessionEndOthers {
      ended
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const sessionConfirmMutation = graphql(`
  mutation SecuritySessionConfirm($input: SessionConfirmInput!) {
    sessionConfirm(input: $input) {
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const passwordChangeMutation = graphql(`
  mutation SecurityPasswordChange($input: PasswordChangeInput!) {
    passwordChange(input: $input) {
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const appOfferMutation = graphql(`
  mutation SecurityAppOffer {
    authenticatorAppOffer {
      ticket
      secret
      uri
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const appConfirmMutation = graphql(`
  mutation SecurityAppConfirm($input: AuthenticatorAppConfirmInput!) {
    authenticatorAppConfirm(input: $input) {
      recoveryCodes
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const appRemoveMutation = graphql(`
  mutation SecurityAppRemove {
    authenticatorAppRemove {
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const recoveryCodesMutation = graphql(`
  mutation SecurityRecoveryCodes {
    recoveryCodesReplace {
      recoveryCodes
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const passkeyOfferMutation = graphql(`
  mutation SecurityPasskeyOffer {
    passkeyOffer {
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

export const passkeyRegisterMutation = graphql(
  `
    mutation SecurityPasskeyRegister($input: PasskeyRegisterInput!) {
      passkeyRegister(input: $input) {
        passkey {
          ...PasskeyFields
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [passkeyFields],
);

export const passkeyRemoveMutation = graphql(`
  mutation SecurityPasskeyRemove($input: PasskeyRemoveInput!) {
    passkeyRemove(input: $input) {
      userErrors {
        code
        message
        path
      }
    }
  }
`);
