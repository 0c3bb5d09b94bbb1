import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const promotionFields = graphql(`
  fragment AdminPromotion on Promotion @_unmask {
    id
    code
    name
    nameEn
    nameZh
    discount
    fromQuantity
    appliesToContracts
    validFrom
    validTo
    isActive
    version
    item {
      id
      sku
      name
    }
    customer {
      id
      name
    }
  }
`);

export const promotionsQuery = graphql(
  `
    query AdminPromotions($first: Int!, $after: String, $search: String) {
      promotions(first: $first, after: $after, search: $search) {
        edges {
          node {
            ...AdminPromotion
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [promotionFields],
);

export const promotionSaveMutation = graphql(`
  mutation AdminPromotionSave($input: PromotionSaveInput!) {
    promotionSave(input: $input) {
      promotion {
        id
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

export type Promotion = ResultOf<typeof promotionFields>;
