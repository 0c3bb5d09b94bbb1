import { graphql } from '#ui/graphql/graphql.ts';

export const stockQuery = graphql(`
  query AdminStock(
    $first: Int!
    $after: String
    $search: String
    $siteId: ID
    $itemId: ID
    $belowReorderPoint: Boolean
    $sort: ItemStockSort!
  ) {
    stock(
      first: $first
      after: $after
      search: $search
      siteId: $siteId
      itemId: $itemId
      belowReorderPoint: $belowReorderPoint
      sort: $sort
    ) {
      edges {
        node {
          id
          isBelowReorderPoint
          item {
            id
            sku
            name
          }
          site {
            id
            code
            name
          }
          onHand {
            value
            unit
          }
          reserved {
            value
            unit
          }
          available {
            value
            unit
          }
          quality {
            value
            unit
          }
          blocked {
            value
            unit
          }
          reorderPoint {
            value
            unit
          }
          value {
            amount
            currency
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

export const stockItemQuery = graphql(`
  query AdminStockItem($id: ID!) {
    item(id: $id) {
      id
      sku
      name
      unit
      isLotTracked
    }
  }
`);

export const balancesQuery = graphql(`
  query AdminStockBalances($first: Int!, $after: String, $itemId: ID) {
    stockBalances(first: $first, after: $after, itemId: $itemId, sort: OLDEST) {
      edges {
        node {
          id
          status
          lot
          agedSince
          item {
            id
            unit
          }
          site {
            id
            code
            name
          }
          location {
            id
            code
            name
          }
          owner {
            id
            name
            isCompany
          }
          onHand {
            value
            unit
          }
          reserved {
            value
            unit
          }
          available {
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

export const movesQuery = graphql(`
  query AdminStockMoves(
    $first: Int!
    $after: String
    $itemId: ID
    $siteId: ID
    $reason: StockMoveReason
    $lot: String
    $from: DateTime
    $to: DateTime
  ) {
    stockMoves(
      first: $first
      after: $after
      itemId: $itemId
      siteId: $siteId
      reason: $reason
      lot: $lot
      from: $from
      to: $to
    ) {
      edges {
        node {
          id
          lot
          reason
          note
          fromStatus
          toStatus
          movedAt
          recordedBy
          documentType
          documentId
          isReversed
          reversesId
          item {
            id
            sku
            name
          }
          from {
            id
            code
            kind
            site {
              id
              code
            }
          }
          to {
            id
            code
            kind
            site {
              id
              code
            }
          }
          fromOwner {
            id
            name
          }
          toOwner {
            id
            name
          }
          quantity {
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
