import { graphql } from '#ui/graphql/graphql.ts';

export const agreementFields = graphql(`
  fragment AdminAgreement on VmiAgreement @_unmask {
    id
    number
    state
    validFrom
    validTo
    lineCount
    version
    allowedActions
    supplier {
      id
      name
    }
    site {
      id
      code
      name
    }
  }
`);

export const versionFields = graphql(`
  fragment AdminAgreementVersion on VmiAgreementVersion @_unmask {
    id
    versionNo
    state
    variant
    limitsOwner
    roundingPolicy
    roundingTolerance
    quantityTolerance
    dateToleranceDays
    answerWithinHours
    usageWindowDays
    horizonDays
    maxFeedAgeHours
    isReviewedFirst
    isConsignment
    ageingDays
    sharesDemand
    belowMinimumBearer
    aboveMaximumBearer
    proposedBy
    proposedByName
    decidedByName
    decisionNote
  }
`);

export const agreementsQuery = graphql(
  `
    query AdminAgreements(
      $first: Int!
      $after: String
      $search: String
      $sort: VmiAgreementSort!
      $state: [VmiAgreementState!]
    ) {
      vmiAgreements(first: $first, after: $after, search: $search, sort: $sort, state: $state) {
        edges {
          node {
            ...AdminAgreement
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [agreementFields],
);

export const agreementQuery = graphql(
  `
    query AdminAgreementPage($id: ID!) {
      vmiAgreement(id: $id) {
        ...AdminAgreement
        endedReason
        createdAt
        standingOrder {
          id
          number
        }
        versions {
          ...AdminAgreementVersion
        }
      }
    }
  `,
  [agreementFields, versionFields],
);

export const agreementLinesQuery = graphql(`
  query AdminAgreementLines($first: Int!, $after: String, $agreementId: ID!) {
    vmiLines(first: $first, after: $after, agreementId: $agreementId, sort: ITEM) {
      edges {
        node {
          id
          version
          colour
          quotaShare
          item {
            id
            sku
            name
            unit
          }
          limits {
            mode
            revision
            agreedMinimum
            agreedReorderPoint
            agreedMaximum
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
