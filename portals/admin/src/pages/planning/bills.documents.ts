import { graphql } from '#ui/graphql/graphql.ts';

export const billsQuery = graphql(`
  query AdminBills($first: Int!, $after: String, $search: String) {
    bills(first: $first, after: $after, search: $search) {
      edges {
        node {
          id
          revision
          alternate
          componentCount
          item {
            id
            sku
            name
          }
          site {
            id
            code
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

export const billQuery = graphql(`
  query AdminBill($id: ID!) {
    bill(id: $id) {
      id
      revision
      alternate
      validFrom
      validTo
      note
      version
      item {
        id
        sku
        name
      }
      site {
        id
        code
      }
      baseQuantity {
        value
        unit
      }
      components {
        id
        position
        scrap
        isPhantom
        operationNo
        validFrom
        validTo
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
    }
  }
`);

export const structureQuery = graphql(`
  query AdminStructure($itemId: ID!) {
    itemExplosion(itemId: $itemId) {
      isCut
      rows {
        level
        sku
        name
        isPhantom
        total {
          value
          unit
        }
      }
    }
    itemWhereUsed(itemId: $itemId) {
      isCut
      rows {
        level
        sku
        name
        isPhantom
        total {
          value
          unit
        }
      }
    }
  }
`);
