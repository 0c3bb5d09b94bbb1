import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';

export const gridItemsQuery = graphql(`
  query AdminPlanningGridItems($first: Int!, $after: String, $search: String) {
    planningItems(first: $first, after: $after, search: $search, sort: LEVEL) {
      edges {
        node {
          id
          lowLevelCode
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
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
export type GridItem = ResultOf<typeof gridItemsQuery>['planningItems']['edges'][number]['node'];

export const gridQuery = graphql(`
  query AdminPlanningGrid($ids: [ID!]!) {
    mrpGrid(planningItemIds: $ids, periods: 13) {
      planningItemId
      unit
      cells {
        startsOn
        isPastDue
        projectedOnHand
        grossRequirements
        plannedReceipts
        state
      }
    }
  }
`);
export type GridRow = ResultOf<typeof gridQuery>['mrpGrid'][number];
