import { graphql } from '#ui/graphql/graphql.ts';

const payload = graphql(`
  fragment AdminShipmentPayload on ShipmentPayload @_unmask {
    shipment {
      id
      number
      state
      version
    }
    userErrors {
      code
      message
      path
    }
  }
`);

export const packMutation = graphql(
  `
    mutation AdminShipmentPack($input: ShipmentStepInput!) {
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
