import { graphql } from '#ui/graphql/graphql.ts';

export const itemChoicesQuery = graphql(`
  query CustomerItemChoices($search: String) {
    items(first: 20, search: $search) {
      nodes {
        id
        sku
        name
        unit
      }
    }
  }
`);
