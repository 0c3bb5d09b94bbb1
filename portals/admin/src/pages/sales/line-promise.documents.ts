import { graphql } from '#ui/graphql/graphql.ts';

export const linePromiseMutation = graphql(`
  mutation AdminSalesLinePromise($input: OrderLinePromiseInput!) {
    orderLinePromise(input: $input) {
      order {
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
