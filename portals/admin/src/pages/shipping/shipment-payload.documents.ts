import { graphql } from '#ui/graphql/graphql.ts';

export const payload = graphql(`
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
