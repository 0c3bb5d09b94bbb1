import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';
import { shipmentHead } from './shipments.documents.ts';

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

export type Shipment = NonNullable<ResultOf<typeof adminShipmentQuery>['shipment']>;
