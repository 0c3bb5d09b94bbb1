import { graphql } from '#ui/graphql/graphql.ts';

export const suggestedItemsQuery = graphql(`
  query CustomerSuggestedItems($itemIds: [ID!]!) {
    suggestedItems(itemIds: $itemIds) {
      id
      sku
      name
    }
  }
`);
