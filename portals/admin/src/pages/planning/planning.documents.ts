import { graphql } from '#ui/graphql/graphql.ts';

export const messageRow = graphql(`
  fragment AdminPlanningMessage on PlanningMessage @_unmask {
    id
    kind
    state
    subjectType
    subjectNumber
    currentOn
    wantedOn
    openedAt
    version
    allowedActions
    item {
      id
      sku
      name
    }
    site {
      id
      code
    }
    currentQuantity {
      value
      unit
    }
    wantedQuantity {
      value
      unit
    }
  }
`);

export const messagesQuery = graphql(
  `
    query AdminPlanningMessages($first: Int!, $after: String, $search: String, $kind: [PlanningMessageKind!]) {
      planningMessages(first: $first, after: $after, search: $search, kind: $kind) {
        edges {
          node {
            ...AdminPlanningMessage
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [messageRow],
);

export const messageSettleMutation = graphql(`
  mutation AdminPlanningMessageSettle($input: PlanningMessageHandleInput!) {
    planningMessageHandle(input: $input) {
      message {
        id
        state
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

export const runStartMutation = graphql(`
  mutation AdminPlanningRunStart($input: PlanningRunStartInput!) {
    planningRunStart(input: $input) {
      task {
        id
        state
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const runTaskQuery = graphql(`
  query AdminPlanningRunTask($id: ID!) {
    task(id: $id) {
      id
      state
      done
      total
      result
    }
  }
`);

export const planningItemsQuery = graphql(`
  query AdminPlanningItems($first: Int!, $after: String, $search: String, $sort: PlanningItemSort!) {
    planningItems(first: $first, after: $after, search: $search, sort: $sort) {
      edges {
        node {
          id
          lotRule
          leadTime
          leadTimeUnit
          lowLevelCode
          isMasterScheduled
          item {
            id
            sku
            name
            supply
          }
          site {
            id
            code
          }
          safetyStock {
            value
            unit
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

export const planningItemQuery = graphql(`
  query AdminPlanningItem($id: ID!) {
    planningItem(id: $id) {
      id
      lotRule
      lotPeriods
      orderCost
      holdingCost
      serviceLevel
      scrap
      leadTime
      ownLeadTime
      leadTimeUnit
      leadTimeKind
      safetyLeadTime
      lowLevelCode
      demandFenceDays
      planningFenceDays
      isMasterScheduled
      version
      sources {
        id
        share
        supplier {
          id
          name
        }
        weeklyCapacity {
          value
          unit
        }
      }
      item {
        id
        sku
        name
        supply
        unit
      }
      site {
        id
        code
      }
      lotSize {
        value
        unit
      }
      minimumQuantity {
        value
        unit
      }
      maximumQuantity {
        value
        unit
      }
      orderMultiple {
        value
        unit
      }
      safetyStock {
        value
        unit
      }
    }
  }
`);

export const recordQuery = graphql(`
  query AdminMrpRecord($id: ID!) {
    mrpRecord(planningItemId: $id) {
      sku
      unit
      onHand {
        value
        unit
      }
      safetyStock {
        value
        unit
      }
      buckets {
        period
        startsOn
        isPastDue
        grossRequirements
        scheduledReceipts
        projectedOnHand
        netRequirements
        plannedReceipts
        plannedReleases
        sources {
          figure
          type
          documentId
          label
          day
          quantity
          isFirm
        }
      }
    }
  }
`);
