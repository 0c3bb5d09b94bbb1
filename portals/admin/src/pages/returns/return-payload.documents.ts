import { graphql } from '#ui/graphql/graphql.ts';

export const payload = graphql(`
  fragment AdminReturnPayload on CustomerReturnPayload @_unmask {
    return {
      id
      number
      state
      version
    }
    userErrors {
      code
      message
      path
    }
  }
`);
