import { graphql } from '#ui/graphql/graphql.ts';

export const lineFields = graphql(`
  fragment AdminVmiLine on VmiLine @_unmask {
    id
    colour
    daysOfSupply
    stockoutOn
    asOf
    snoozedUntil
    snoozeReason
    allowedActions
    supplier {
      id
      name
    }
    item {
      id
      sku
      name
      unit
    }
    site {
      id
      code
      name
    }
    onHand {
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
    position {
      value
      unit
    }
    projectedStock(unit: $unit, buckets: $buckets) {
      startsOn
      endsOn
      demand
      receipts
      projected
      colour
    }
  }
`);

export const linesQuery = graphql(
  `
    query AdminVmiLines(
      $first: Int!
      $after: String
      $search: String
      $sort: VmiLineSort!
      $colour: [VmiColour!]
      $supplierId: ID
      $siteId: ID
      $unit: VmiBucketUnit!
      $buckets: Int!
    ) {
      vmiLines(
        first: $first
        after: $after
        search: $search
        sort: $sort
        colour: $colour
        supplierId: $supplierId
        siteId: $siteId
      ) {
        edges {
          node {
            ...AdminVmiLine
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [lineFields],
);

export const lineQuery = graphql(
  `
    query AdminVmiLinePage($id: ID!, $unit: VmiBucketUnit! = WEEK, $buckets: Int! = 13) {
      vmiLine(id: $id) {
        ...AdminVmiLine
        quotaShare
        agreement {
          id
          number
        }
        reserved {
          value
          unit
        }
        inReceiving {
          value
          unit
        }
        otherSupply {
          value
          unit
        }
        averageUsage {
          value
          unit
        }
        limits {
          mode
          owner
          revision
          agreedMinimum
          agreedReorderPoint
          agreedMaximum
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
        alerts {
          id
          type
          severity
          message
          openedAt
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
  [lineFields],
);

export const alertsQuery = graphql(`
  query AdminVmiAlerts($first: Int!, $after: String, $type: [VmiAlertType!], $supplierId: ID) {
    vmiAlerts(first: $first, after: $after, type: $type, supplierId: $supplierId) {
      edges {
        node {
          id
          type
          severity
          message
          openedAt
          supplier {
            id
            name
          }
          agreement {
            id
            number
          }
          line {
            id
            item {
              id
              sku
            }
            site {
              id
              code
            }
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

export const issuesQuery = graphql(`
  query AdminVmiRunIssues($first: Int!, $after: String, $reason: [VmiRunIssueReason!], $supplierId: ID) {
    vmiRunIssues(first: $first, after: $after, reason: $reason, supplierId: $supplierId) {
      edges {
        node {
          id
          reason
          message
          foundAt
          line {
            id
            supplier {
              id
              name
            }
            item {
              id
              sku
              name
            }
            site {
              id
              code
            }
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

export const supplierNameQuery = graphql(`
  query AdminVmiSupplierName($id: ID!) {
    organisation(id: $id) {
      id
      name
    }
  }
`);
