import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';

export const agreementFields = graphql(`
  fragment SupplierAgreement on VmiAgreement @_unmask {
    id
    number
    state
    validFrom
    validTo
    lineCount
    version
    allowedActions
    site {
      id
      code
      name
      timeZone
    }
  }
`);

export const versionFields = graphql(`
  fragment SupplierAgreementVersion on VmiAgreementVersion @_unmask {
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
    liabilityNote
    proposedBy
    proposedAt
    decidedByName
    decidedAt
    decisionNote
  }
`);

export const agreementsQuery = graphql(
  `
    query SupplierAgreements(
      $first: Int!
      $after: String
      $search: String
      $sort: VmiAgreementSort!
      $state: [VmiAgreementState!]
    ) {
      vmiAgreements(first: $first, after: $after, search: $search, sort: $sort, state: $state) {
        edges {
          node {
            ...SupplierAgreement
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
    query SupplierAgreementPage($id: ID!) {
      vmiAgreement(id: $id) {
        ...SupplierAgreement
        endedReason
        standingOrder {
          id
          number
        }
        currentVersion {
          ...SupplierAgreementVersion
        }
        waitingVersion {
          ...SupplierAgreementVersion
        }
        versions {
          ...SupplierAgreementVersion
        }
      }
    }
  `,
  [agreementFields, versionFields],
);

export const agreementLinesQuery = graphql(`
  query SupplierAgreementLines($first: Int!, $after: String, $agreementId: ID!) {
    vmiLines(first: $first, after: $after, agreementId: $agreementId, sort: ITEM) {
      edges {
        node {
          id
          isLive
          quotaShare
          item {
            id
            sku
            name
            unit
          }
          limits {
            mode
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

export type AgreementRow = ResultOf<typeof agreementFields>;
export type Agreement = NonNullable<ResultOf<typeof agreementQuery>['vmiAgreement']>;
export type AgreementVersion = ResultOf<typeof versionFields>;
export type AgreementLine = ResultOf<typeof agreementLinesQuery>['vmiLines']['edges'][number]['node'];
