import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

/** What serves a line, with the document behind it: a ship notice, a purchase order, a work order. */
export const supplyFields = graphql(`
  fragment AdminLineSupply on SalesOrderLine @_unmask {
    id
    item {
      id
      sku
      name
    }
    lateQuantity {
      value
      unit
    }
    unpeggedQuantity {
      value
      unit
    }
    promiseNotice {
      id
      state
    }
    pegs {
      id
      source
      expectedOn
      isLate
      quantity {
        value
        unit
      }
      shipmentNotice {
        id
        number
        supplier {
          id
          name
        }
      }
      scheduleLine {
        id
        orderId
        orderNumber
        supplier {
          id
          name
        }
      }
      workOrder {
        id
        number
      }
    }
  }
`);

export type LineSupply = ResultOf<typeof supplyFields>;
export type Peg = LineSupply['pegs'][number];
