import { graphql } from '#ui/graphql/graphql.ts';

export const plannedOrderRow = graphql(`
  fragment AdminPlannedOrder on PlannedOrder @_unmask {
    id
    kind
    state
    isFirm
    isPastDue
    releaseOn
    dueOn
    documentNumber
    version
    allowedActions
    item {
      id
      sku
      name
    }
    site {
      id
      code
    }
    supplier {
      id
      name
    }
    quantity {
      value
      unit
    }
  }
`);

export const plannedOrdersQuery = graphql(
  `
    query AdminPlannedOrders($first: Int!, $after: String, $search: String, $kind: [PlannedOrderKind!]) {
      plannedOrders(first: $first, after: $after, search: $search, kind: $kind) {
        edges {
          node {
            ...AdminPlannedOrder
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [plannedOrderRow],
);

export const plannedOrderReleaseMutation = graphql(`
  mutation AdminPlannedOrderRelease($input: PlannedOrderReleaseInput!) {
    plannedOrderRelease(input: $input) {
      plannedOrders {
        id
        state
        documentNumber
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const plannedOrderFirmMutation = graphql(`
  mutation AdminPlannedOrderFirm($input: PlannedOrderFirmInput!) {
    plannedOrderFirm(input: $input) {
      plannedOrder {
        id
        isFirm
        version
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const workOrdersQuery = graphql(`
  query AdminWorkOrders($first: Int!, $after: String, $search: String, $state: [WorkOrderState!]) {
    workOrders(first: $first, after: $after, search: $search, state: $state) {
      edges {
        node {
          id
          number
          state
          startOn
          dueOn
          isLate
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
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const workOrderFields = graphql(`
  fragment AdminWorkOrder on WorkOrder @_unmask {
    id
    number
    state
    startOn
    dueOn
    isLate
    scrapReason
    note
    version
    allowedActions
    item {
      id
      sku
      name
      unit
    }
    site {
      id
      code
      name
    }
    quantity {
      value
      unit
    }
    receivedQuantity {
      value
      unit
    }
    scrappedQuantity {
      value
      unit
    }
    openQuantity {
      value
      unit
    }
    components {
      id
      position
      item {
        id
        sku
        name
      }
      requiredQuantity {
        value
        unit
      }
      issuedQuantity {
        value
        unit
      }
      available {
        value
        unit
      }
    }
    reports {
      id
      kind
      reason
      reportedAt
      reportedByName
      item {
        id
        sku
      }
      quantity {
        value
        unit
      }
    }
  }
`);

export const workOrderQuery = graphql(
  `
    query AdminWorkOrderPage($id: ID!) {
      workOrder(id: $id) {
        ...AdminWorkOrder
      }
    }
  `,
  [workOrderFields],
);
