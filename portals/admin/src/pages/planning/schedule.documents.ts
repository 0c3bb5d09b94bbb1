import { graphql } from '#ui/graphql/graphql.ts';

export const scheduledItemsQuery = graphql(`
  query AdminScheduledItems($first: Int!, $after: String, $search: String) {
    planningItems(first: $first, after: $after, search: $search, sort: ITEM, isMasterScheduled: true) {
      edges {
        node {
          id
          lotRule
          demandFenceDays
          planningFenceDays
          item {
            id
            sku
            name
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

export const masterScheduleQuery = graphql(`
  query AdminMasterSchedule($id: ID!, $weeks: [MasterWeekTryInput!], $isProposed: Boolean!) {
    masterSchedule(planningItemId: $id, weeks: $weeks, isProposed: $isProposed) {
      sku
      unit
      onHand
      safetyStock
      isMasterScheduled
      weeks {
        startsOn
        forecast
        ordered
        scheduled
        mps
        isFirm
        isChanged
        version
        projected
        availableToPromise
        fence
      }
      centres {
        workCentreId
        code
        name
        weeks {
          startsOn
          requiredHours
          availableHours
          isOverloaded
        }
      }
    }
  }
`);

export const masterScheduleSaveMutation = graphql(`
  mutation AdminMasterScheduleSave($input: MasterScheduleSaveInput!) {
    masterScheduleSave(input: $input) {
      planningItem {
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
