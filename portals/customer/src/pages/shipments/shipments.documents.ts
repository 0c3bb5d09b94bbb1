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

export type ShipmentRow = ResultOf<typeof shipmentFields>;
