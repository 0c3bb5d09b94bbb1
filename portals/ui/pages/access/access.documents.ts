import { graphql } from '../../graphql/graphql.ts';

export const accessQuery = graphql(`
  query AccessOrganisation($id: ID!) {
    organisation(id: $id) {
      id
      name
      number
      requiresSecondFactor
    }
  }
`);

export const requireMutation = graphql(`
  mutation AccessRequireSecondFactor($input: SecondFactorRequireInput!) {
    organisationRequireSecondFactor(input: $input) {
      organisation {
        id
        requiresSecondFactor
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const apiKeyFields = graphql(`
  fragment ApiKeyFields on ApiKey @_unmask {
    id
    name
    prefix
    scopes
    createdAt
    expiresAt
    lastUsedAt
    revokedAt
    organisation {
      id
      name
    }
    createdBy {
      id
      name
    }
  }
`);

export const apiKeysQuery = graphql(
  `
    query AccessApiKeys($first: Int!, $after: String) {
      apiKeys(first: $first, after: $after, isOpen: true) {
        edges {
          node {
            ...ApiKeyFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [apiKeyFields],
);

export const apiKeyCreateMutation = graphql(
  `
    mutation AccessApiKeyCreate($input: ApiKeyCreateInput!) {
      apiKeyCreate(input: $input) {
        secret
        apiKey {
          ...ApiKeyFields
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [apiKeyFields],
);

export const apiKeyRevokeMutation = graphql(`
  mutation AccessApiKeyRevoke($input: ApiKeyRevokeInput!) {
    apiKeyRevoke(input: $input) {
      apiKey {
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

export const signOnFields = graphql(`
  fragment SignOnFields on SingleSignOn @_unmask {
    id
    audience
    issuer
    clientId
    isActive
    emailDomains
    organisation {
      id
      name
      number
    }
  }
`);

export const signOnsQuery = graphql(
  `
    query AccessSignOns($first: Int!, $after: String) {
      singleSignOns(first: $first, after: $after) {
        edges {
          node {
            ...SignOnFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [signOnFields],
);

export const signOnSetUpMutation = graphql(
  `
    mutation AccessSignOnSetUp($input: SingleSignOnSetUpInput!) {
      singleSignOnSetUp(input: $input) {
        singleSignOn {
          ...SignOnFields
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [signOnFields],
);

export const signOnRemoveMutation = graphql(`
  mutation AccessSignOnRemove($input: SingleSignOnRemoveInput!) {
    singleSignOnRemove(input: $input) {
      userErrors {
        code
        message
        path
      }
    }
  }
`);
