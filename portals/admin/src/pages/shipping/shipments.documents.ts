import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const shipmentHead = graphql(`
  fragment AdminShipmentHead on Shipment @_unmask {
    id
    number
    state
    version
    carrier
    tracking
    plannedOn
    expectedOn
    customer {
      id
      name
    }
    site {
      id
      code
      name
      timeZone
    }
  }
`);

export const adminShipmentsQuery = graphql(
  `
    query AdminShipments(
      $first: Int!
      $after: String
      $sort: ShipmentSort!
      $search: String
      $state: [ShipmentState!]
      $siteId: ID
    ) {
      shipments(first: $first, after: $after, sort: $sort, search: $search, state: $state, siteId: $siteId) {
        edges {
          node {
            ...AdminShipmentHead
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [shipmentHead],
);

export type ShipmentRow = ResultOf<typeof shipmentHead>;
