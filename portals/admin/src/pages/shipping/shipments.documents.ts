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

export const adminShipmentQuery = graphql(
  `
    query AdminShipment($id: ID!) {
      shipment(id: $id) {
        ...AdminShipmentHead
        allowedActions
        shipTo
        note
        exceptionReason
        receivedBy
        proofNote
        proofFileName
        dispatchedAt
        deliveredAt
        lines {
          id
          lineNo
          item {
            id
            sku
            name
          }
          order {
            id
            number
          }
          quantity {
            value
            unit
          }
        }
        events {
          id
          kind
          happenedAt
          place
          note
        }
      }
    }
  `,
  [shipmentHead],
);

export type ShipmentRow = ResultOf<typeof shipmentHead>;
export type Shipment = NonNullable<ResultOf<typeof adminShipmentQuery>['shipment']>;
