import { graphql } from '#ui/graphql/graphql.ts';

/** What both sides see of a request to deliver earlier, later or not at all. */
export const requestFields = graphql(`
  fragment PlanningRequest on SupplierRequest @_unmask {
    id
    kind
    state
    orderId
    orderNumber
    currentOn
    wantedOn
    committedOn
    note
    answerNote
    askedAt
    version
    allowedActions
    item {
      id
      sku
      name
    }
    quantity {
      value
      unit
    }
  }
`);
