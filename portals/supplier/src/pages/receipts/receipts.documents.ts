import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';

export const receiptFields = graphql(`
  fragment SupplierReceipt on Receipt @_unmask {
    id
    number
    state
    receivedOn
    receivedAt
    deliveryReference
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
    discrepancies {
      id
      state
    }
  }
`);

export const discrepancyFields = graphql(`
  fragment SupplierDiscrepancy on Discrepancy @_unmask {
    id
    kind
    state
    detail
    receiptId
    receiptNumber
    resolution
    resolutionNote
    openedAt
    resolvedAt
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

export const receiptsQuery = graphql(
  `
    query SupplierReceipts($first: Int!, $after: String, $search: String, $state: [ReceiptState!]) {
      receipts(first: $first, after: $after, sort: NEWEST, search: $search, state: $state) {
        edges {
          node {
            ...SupplierReceipt
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [receiptFields],
);

export const receiptQuery = graphql(
  `
    query SupplierReceiptPage($id: ID!) {
      receipt(id: $id) {
        ...SupplierReceipt
        note
        discrepancies {
          ...SupplierDiscrepancy
        }
        lines {
          id
          lineNo
          description
          lot
          rejectReason
          isConsignment
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
        }
      }
    }
  `,
  [receiptFields, discrepancyFields],
);

export const discrepanciesQuery = graphql(
  `
    query SupplierDiscrepancies($first: Int!, $after: String, $kind: [DiscrepancyKind!], $state: [DiscrepancyState!]) {
      discrepancies(first: $first, after: $after, sort: NEWEST, kind: $kind, state: $state) {
        edges {
          node {
            ...SupplierDiscrepancy
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

export type ReceiptRow = ResultOf<typeof receiptFields>;
export type DiscrepancyRow = ResultOf<typeof discrepancyFields>;
