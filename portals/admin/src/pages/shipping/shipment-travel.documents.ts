import { graphql } from '#ui/graphql/graphql.ts';
import { payload } from './shipment-payload.documents.ts';

export const trackMutation = graphql(
  `
    mutation AdminShipmentTrack($input: ShipmentTrackInput!) {
      done: shipmentTrack(input: $input) {
        ...AdminShipmentPayload
      }
    }
  `,
  [payload],
);

export const deliverMutation = graphql(
  `
    mutation AdminShipmentDeliver($input: ShipmentDeliverInput!) {
      done: shipmentDeliver(input: $input) {
        ...AdminShipmentPayload
      }
    }
  `,
  [payload],
);

export const bringBackMutation = graphql(
  `
    mutation AdminShipmentBringBack($input: ShipmentBringBackInput!) {
      done: shipmentBringBack(input: $input) {
        ...AdminShipmentPayload
      }
    }
  `,
  [payload],
);
