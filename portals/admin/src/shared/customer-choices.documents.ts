import { graphql } from '#ui/graphql/graphql.ts';

export const customerChoicesQuery = graphql(`
  query AdminCustomerChoices($search: String) {
    organisations(first: 20, search: $search, isCustomer: true) {
      nodes {
        id
        number
        name
      }
    }
  }
`);
