import { graphql } from '#ui/graphql/graphql.ts';

export const discrepancyFields = graphql(`
  fragment AdminDiscrepancyFields on Discrepancy @_unmask {
    id
    kind
    state
    receiptId
    receiptNumber
    detail
    resolution
    resolutionNote
    openedAt
    resolvedAt
    version
    allowedActions
    supplier {
      id
      name
    }
    item {
      id
      sku
      name
    }
    expectedQuantity {
      value
      unit
    }
    actualQuantity {
      value
      unit
    }
  }
`);

export const receiptHeadFields = graphql(`
  fragment AdminReceiptHead on Receipt @_unmask {
    id
    number
    state
    deliveryReference
    receivedOn
    receivedAt
    supplier {
      id
      name
    }
    site {
      id
      code
      name
      timeZone
    }
    notice {
      id
      number
    }
  }
`);

export const receiptsQuery = graphql(
  `
    query AdminReceipts($first: Int!, $after: String, $search: String, $state: [ReceiptState!], $siteId: ID) {
      receipts(first: $first, after: $after, search: $search, state: $state, siteId: $siteId, sort: NEWEST) {
        edges {
          node {
            ...AdminReceiptHead
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [receiptHeadFields],
);

export const receiptFields = graphql(
  `
    fragment AdminReceiptFields on Receipt @_unmask {
      ...AdminReceiptHead
      note
      version
      allowedActions
      lines {
        id
        lineNo
        description
        lot
        rejectReason
        item {
          id
          sku
          name
        }
        scheduleLine {
          id
          orderId
          orderNumber
        }
        receivedQuantity {
          value
          unit
        }
        acceptedQuantity {
          value
          unit
        }
        rejectedQuantity {
          value
          unit
        }
        quarantineQuantity {
          value
          unit
        }
        returnableQuantity {
          value
          unit
        }
      }
      discrepancies {
        ...AdminDiscrepancyFields
      }
    }
  `,
  [receiptHeadFields, discrepancyFields],
);

export const receiptQuery = graphql(
  `
    query AdminReceipt($id: ID!) {
      receipt(id: $id) {
        ...AdminReceiptFields
      }
    }
  `,
  [receiptFields],
);

export const discrepanciesQuery = graphql(
  `
    query AdminDiscrepancies($first: Int!, $after: String, $state: [DiscrepancyState!], $kind: [DiscrepancyKind!]) {
      discrepancies(first: $first, after: $after, state: $state, kind: $kind, sort: NEWEST) {
        edges {
          node {
            ...AdminDiscrepancyFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [discrepancyFields],
);

const payload = graphql(
  `
    fragment AdminReceiptPayload on ReceiptPayload @_unmask {
      receipt {
        ...AdminReceiptFields
      }
      userErrors {
        code
        message
        path
      }
    }
  `,
  [receiptFields],
);

export const receiptPostMutation = graphql(
  `
    mutation AdminReceiptPost($input: ReceiptPostInput!) {
      receiptPost(input: $input) {
        ...AdminReceiptPayload
      }
    }
  `,
  [payload],
);

export const receiptInspectMutation = graphql(
  `
    mutation AdminReceiptInspect($input: ReceiptInspectInput!) {
      receiptInspect(input: $input) {
        ...AdminReceiptPayload
      }
    }
  `,
  [payload],
);

export const receiptPutAwayMutation = graphql(
  `
    mutation AdminReceiptPutAway($input: ReceiptPutAwayInput!) {
      receiptPutAway(input: $input) {
        ...AdminReceiptPayload
      }
    }
  `,
  [payload],
);

export const returnPostMutation = graphql(`
  mutation AdminReturnPost($input: SupplierReturnPostInput!) {
    supplierReturnPost(input: $input) {
      supplierReturn {
        id
        number
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const discrepancyResolveMutation = graphql(
  `
    mutation AdminDiscrepancyResolve($input: DiscrepancyResolveInput!) {
      discrepancyResolve(input: $input) {
        discrepancy {
          ...AdminDiscrepancyFields
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [discrepancyFields],
);
