import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';
import { shipmentFields } from './shipments.documents.ts';

export const shipmentQuery = graphql(
  `
    query CustomerShipmentPage($id: ID!) {
      shipment(id: $id) {
        ...CustomerShipment
        shipTo
        exceptionReason
        receivedBy
        proofNote
        proofFileName
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

export type Shipment = NonNullable<ResultOf<typeof shipmentQuery>['shipment']>;
