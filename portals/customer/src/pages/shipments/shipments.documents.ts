import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const shipmentFields = graphql(`
  fragment CustomerShipment on Shipment @_unmask {
    id
    number
    state
    carrier
    tracking
    plannedOn
    expectedOn
    dispatchedAt
    deliveredAt
    site {
      id
      name
      timeZone
    }
  }
`);

export const shipmentsQuery = graphql(
  `
    query CustomerShipments($first: Int!, $after: String, $search: String, $state: [ShipmentState!]) {
      shipments(first: $first, after: $after, search: $search, state: $state) {
        edges {
          node {
            ...CustomerShipment
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [shipmentFields],
);

export const shipmentQuery = graphql(
  `
    query CustomerShipmentPage($id: ID!) {
      shipment(id: $id) {
        ...CustomerShipment
        shipTo
        note
        exceptionReason
        receivedBy
        proofNote
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
  [shipmentFields],
);

export type ShipmentRow = ResultOf<typeof shipmentFields>;
export type Shipment = NonNullable<ResultOf<typeof shipmentQuery>['shipment']>;
