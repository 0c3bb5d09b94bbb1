import { graphql } from '#ui/graphql/graphql.ts';

export const returnRequestMutation = graphql(`
  mutation SalesReturnRequest($input: ReturnRequestInput!) {
    returnRequest(input: $input) {
      return {
        id
        number
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);
