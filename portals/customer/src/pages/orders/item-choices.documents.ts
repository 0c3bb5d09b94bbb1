import { graphql } from '#ui/graphql/graphql.ts';

export const itemChoicesQuery = graphql(`
  query CustomerItemChoices($search: String) {
    catalogue(first: 20, search: $search) {
      nodes {
        id
        sku
        name
        unit
        item {
          id
        }
      }
    }
  }
`);
