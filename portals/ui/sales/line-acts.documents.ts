import { graphql } from '#ui/graphql/graphql.ts';

export const cancelLineMutation = graphql(`
  mutation SalesLineCancel($input: OrderLineCancelInput!) {
    orderLineCancel(input: $input) {
      order {
        id
        state
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

export const changeMutation = graphql(`
  mutation SalesOrderChange($input: OrderChangeInput!) {
    orderChange(input: $input) {
      order {
        id
        state
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
