import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const priceListHead = graphql(`
  fragment AdminPriceListHead on PriceList @_unmask {
    id
    code
    name
    currency
    isTaxInclusive
    isDefault
    isActive
    validFrom
    validTo
    priceCount
    version
    customer {
      id
      name
    }
  }
`);

export const priceListsQuery = graphql(
  `
    query AdminPriceLists($first: Int!, $after: String, $search: String, $customerId: ID) {
      priceLists(first: $first, after: $after, search: $search, customerId: $customerId) {
        edges {
          node {
            ...AdminPriceListHead
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [priceListHead],
);

export const priceListQuery = graphql(
  `
    query AdminPriceList($id: ID!) {
      priceList(id: $id) {
        ...AdminPriceListHead
        prices {
          id
          unit
          fromQuantity
          validFrom
          validTo
          item {
            id
            sku
            name
          }
          unitPrice {
            amount
            currency
          }
        }
      }
    }
  `,
  [priceListHead],
);

export type PriceListRow = ResultOf<typeof priceListHead>;
export type PriceList = NonNullable<ResultOf<typeof priceListQuery>['priceList']>;
export type PriceRow = PriceList['prices'][number];
