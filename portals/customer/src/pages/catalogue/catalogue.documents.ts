import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const entryFields = graphql(`
  fragment CustomerCatalogueEntry on CatalogueEntry @_unmask {
    id
    sku
    name
    description
    unit
    item {
      id
    }
    category {
      id
      name
    }
    price {
      discount
      promotion
      unitPrice {
        amount
        currency
      }
      netPrice {
        amount
        currency
      }
      tiers {
        fromQuantity
        unitPrice {
          amount
          currency
        }
      }
    }
    availability {
      detail
      isAvailable
      nextOn
      asOf
      steps {
        on
        isAtLeast
        quantity {
          value
          unit
        }
      }
    }
  }
`);

export const catalogueQuery = graphql(
  `
    query CustomerCatalogue(
      $first: Int!
      $after: String
      $sort: CatalogueSort!
      $search: String
      $isAvailable: Boolean
    ) {
      catalogue(first: $first, after: $after, sort: $sort, search: $search, isAvailable: $isAvailable) {
        edges {
          node {
            ...CustomerCatalogueEntry
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [entryFields],
);

export type Entry = ResultOf<typeof entryFields>;
