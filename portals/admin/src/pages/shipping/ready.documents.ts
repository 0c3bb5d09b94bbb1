import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const readyQuery = graphql(`
  query AdminReadyLines($first: Int!, $after: String, $search: String, $siteId: ID, $isOverdue: Boolean) {
    openSalesOrderLines(
      first: $first
      after: $after
      sort: DUE
      search: $search
      siteId: $siteId
      isReady: true
      isOverdue: $isOverdue
    ) {
      edges {
        node {
          id
          lineNo
          dueOn
          isOverdue
          unit
          item {
            id
            sku
            name
          }
          site {
            id
            code
          }
          order {
            id
            number
            shipTo
            customer {
              id
              name
            }
          }
          allocatedQuantity {
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

export const shipmentPlanMutation = graphql(`
  mutation AdminShipmentPlan($input: ShipmentPlanInput!) {
    shipmentPlan(input: $input) {
      shipment {
        id
        number
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export type ReadyLine = ResultOf<typeof readyQuery>['openSalesOrderLines']['edges'][number]['node'];
