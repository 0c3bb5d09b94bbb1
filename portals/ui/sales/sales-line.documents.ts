import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

/** What both sides see of an order line: its days with their causes, its progress, its price. */
export const salesLineFields = graphql(`
  fragment SalesLine on SalesOrderLine @_unmask {
    id
    lineNo
    description
    unit
    stage
    requestedOn
    firstConfirmedOn
    confirmedOn
    estimatedOn
    isAtRisk
    isBackordered
    isOverdue
    isChangeable
    discount
    taxRate
    item {
      id
      sku
      name
    }
    quantity {
      value
      unit
    }
    openQuantity {
      value
      unit
    }
    cancelledQuantity {
      value
      unit
    }
    shippedQuantity {
      value
      unit
    }
    deliveredQuantity {
      value
      unit
    }
    returnedQuantity {
      value
      unit
    }
    unitPrice {
      amount
      currency
    }
    netAmount {
      amount
      currency
    }
    whyThisPrice {
      source
      listName
      listUnit
      fromQuantity
      nextFromQuantity
      promotionName
      pricedOn
      listPrice {
        amount
        currency
      }
      nextListPrice {
        amount
        currency
      }
    }
    promises {
      id
      kind
      version
      previousOn
      promisedOn
      cause
      madeAt
    }
  }
`);

export type SalesLine = ResultOf<typeof salesLineFields>;
export type WhyThisPrice = SalesLine['whyThisPrice'];
