import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';
import { shipmentBody } from '#ui/sales/shipment.documents.ts';
import { shipmentFields } from './shipments.documents.ts';

export const shipmentQuery = graphql(
  `
    query CustomerShipmentPage($id: ID!) {
      shipment(id: $id) {
        ...CustomerShipment
        ...SalesShipment
      }
    }
  `,
  [shipmentFields, shipmentBody],
);

export type Shipment = NonNullable<ResultOf<typeof shipmentQuery>['shipment']>;
