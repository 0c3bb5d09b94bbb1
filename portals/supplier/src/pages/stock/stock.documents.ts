import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';
import { proposalFields } from '../proposals/proposals.documents.ts';

export const stockLineFields = graphql(`
  fragment SupplierStockLine on VmiLine @_unmask {
    id
    item {
      id
      sku
      name
      unit
    }
    supplierItem {
      id
      supplierSku
    }
    site {
      id
      code
      name
    }
    colour
    onHand {
      value
      unit
    }
    inReceiving {
      value
      unit
    }
    inTransit {
      value
      unit
    }
    openOrder {
      value
      unit
    }
    awaitingAnswer {
      value
      unit
    }
    daysOfSupply
    stockoutOn
    asOf
  }
`);

export const stockQuery = graphql(
  `
    query SupplierStock(
      $first: Int!
      $after: String
      $sort: VmiLineSort!
      $search: String
      $colour: [VmiColour!]
      $unit: VmiBucketUnit!
      $buckets: Int!
    ) {
      vmiLines(first: $first, after: $after, sort: $sort, search: $search, colour: $colour) {
        edges {
          node {
            ...SupplierStockLine
            projectedStock(unit: $unit, buckets: $buckets) {
              startsOn
              endsOn
              receipts
              demand
              projected
              colour
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [stockLineFields],
);

export const stockColoursQuery = graphql(`
  query SupplierStockColours {
    vmiSummary {
      colours {
        colour
        count
      }
    }
  }
`);

export const stockLineQuery = graphql(
  `
    query SupplierStockLinePage($id: ID!, $unit: VmiBucketUnit!, $buckets: Int!) {
      vmiLine(id: $id) {
        ...SupplierStockLine
        version
        allowedActions
        reserved {
          value
          unit
        }
        position {
          value
          unit
        }
        averageUsage {
          value
          unit
        }
        snoozedUntil
        snoozeReason
        agreement {
          id
          number
        }
        limits {
          mode
          owner
          agreedMinimum
          agreedReorderPoint
          agreedMaximum
          revision
          minimum {
            value
            unit
          }
          reorderPoint {
            value
            unit
          }
          maximum {
            value
            unit
          }
        }
        projectedStock(unit: $unit, buckets: $buckets) {
          startsOn
          endsOn
          receipts
          demand
          projected
          colour
        }
        supplies {
          kind
          expectedOn
          isPastDue
          documentNumber
          documentId
          quantity {
            value
            unit
          }
        }
        plannedDemand {
          startsOn
          quantity {
            value
            unit
          }
        }
        alerts {
          id
          type
          severity
          message
          openedAt
        }
        openProposal {
          ...SupplierProposal
        }
        limitHistory {
          id
          revision
          changedBy
          changedByName
          changedAt
          reason
          before {
            mode
            minimum
            reorderPoint
            maximum
          }
          after {
            mode
            minimum
            reorderPoint
            maximum
          }
        }
      }
    }
  `,
  [stockLineFields, proposalFields],
);

export const limitsChangeMutation = graphql(`
  mutation SupplierLimitsChange($input: VmiLimitsChangeInput!) {
    vmiLimitsChange(input: $input) {
      line {
        id
        version
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export type StockRow = ResultOf<typeof stockQuery>['vmiLines']['edges'][number]['node'];
export type Bucket = StockRow['projectedStock'][number];
export type StockColour = StockRow['colour'];
export type StockLine = NonNullable<ResultOf<typeof stockLineQuery>['vmiLine']>;
