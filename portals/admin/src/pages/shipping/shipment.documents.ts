import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';
import { shipmentBody } from '#ui/sales/shipment.documents.ts';
import { shipmentHead } from './shipments.documents.ts';

export const adminShipmentQuery = graphql(
  `
    query AdminShipment($id: ID!) {
      shipment(id: $id) {
        ...AdminShipmentHead
        ...SalesShipment
        allowedActions
        note
        dispatchedAt
        deliveredAt
      }
    }
  `,
  [shipmentHead, shipmentBody],
);

export type Shipment = NonNullable<ResultOf<typeof adminShipmentQuery>['shipment']>;
