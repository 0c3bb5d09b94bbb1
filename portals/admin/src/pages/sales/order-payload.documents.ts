import { graphql } from '#ui/graphql/graphql.ts';

export const payload = graphql(`
  fragment AdminSalesOrderPayload on SalesOrderPayload @_unmask {
    order {
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
