import { graphql } from '#ui/graphql/graphql.ts';

export const termsSaveMutation = graphql(`
  mutation AdminTermsSave($input: CustomerTermsSaveInput!) {
    customerTermsSave(input: $input) {
      terms {
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
