import { graphql } from '#ui/graphql/graphql.ts';

export const itemFields = graphql(`
  fragment AdminItemFields on Item @_unmask {
    id
    sku
    gtin
    name
    nameEn
    nameZh
    description
    unit
    supply
    isSellable
    isLotTracked
    isActive
    leadTimeDays
    version
    category {
      id
      code
      name
    }
    standardCost {
      amount
      currency
    }
    listPrice {
      amount
      currency
    }
    safetyStock {
      value
      unit
    }
    reorderPoint {
      value
      unit
    }
    units {
      id
      unit
      numerator
      denominator
      gtin
    }
  }
`);

export const supplierItemFields = graphql(`
  fragment AdminSupplierItemFields on SupplierItem @_unmask {
    id
    supplierSku
    orderUnit
    numerator
    denominator
    leadTimeDays
    currency
    isPreferred
    isActive
    version
    minimumQuantity {
      value
      unit
    }
    orderMultiple {
      value
      unit
    }
    maximumQuantity {
      value
      unit
    }
    supplier {
      id
      name
    }
    item {
      id
      sku
      name
      unit
    }
    priceBreaks {
      id
      fromQuantity
      validFrom
      validTo
      unitPrice {
        amount
        currency
      }
    }
  }
`);

export const itemsQuery = graphql(
  `
    query AdminItems(
      $first: Int!
      $after: String
      $search: String
      $supply: ItemSupply
      $isActive: Boolean
      $sort: ItemSort!
    ) {
      items(first: $first, after: $after, search: $search, supply: $supply, isActive: $isActive, sort: $sort) {
        edges {
          node {
            ...AdminItemFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [itemFields],
);

export const itemQuery = graphql(
  `
    query AdminItem($id: ID!) {
      item(id: $id) {
        ...AdminItemFields
      }
    }
  `,
  [itemFields],
);

export const supplierItemsQuery = graphql(
  `
    query AdminSupplierItems($first: Int!, $after: String, $itemId: ID, $supplierId: ID, $search: String) {
      supplierItems(first: $first, after: $after, itemId: $itemId, supplierId: $supplierId, search: $search) {
        edges {
          node {
            ...AdminSupplierItemFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [supplierItemFields],
);

export const itemSaveMutation = graphql(
  `
    mutation AdminItemSave($input: ItemSaveInput!) {
      itemSave(input: $input) {
        item {
          ...AdminItemFields
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [itemFields],
);

export const supplierItemSaveMutation = graphql(
  `
    mutation AdminSupplierItemSave($input: SupplierItemSaveInput!) {
      supplierItemSave(input: $input) {
        supplierItem {
          ...AdminSupplierItemFields
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [supplierItemFields],
);
