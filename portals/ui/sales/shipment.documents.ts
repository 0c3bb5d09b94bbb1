import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

/** What both sides see on the page of a shipment: what is in it, where it went, and who took it. */
export const shipmentBody = graphql(`
  fragment SalesShipment on Shipment @_unmask {
    id
    shipTo
    parcels
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
`);

export type SalesShipment = ResultOf<typeof shipmentBody>;
