import { graphql } from '#ui/graphql/graphql.ts';
import { payload } from './shipment-payload.documents.ts';

export const packMutation = graphql(
  `
    mutation AdminShipmentPack($input: ShipmentPackInput!) {
      done: shipmentPack(input: $input) {
        ...AdminShipmentPayload
      }
    }
  `,
  [payload],
);

export const dispatchMutation = graphql(
  `
    mutation AdminShipmentDispatch($input: ShipmentDispatchInput!) {
      done: shipmentDispatch(input: $input) {
        ...AdminShipmentPayload
      }
    }
  `,
  [payload],
);

export const cancelMutation = graphql(
  `
    mutation AdminShipmentCancel($input: ShipmentStepInput!) {
      done: shipmentCancel(input: $input) {
        ...AdminShipmentPayload
      }
    }
  `,
  [payload],
);
