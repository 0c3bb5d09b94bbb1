import { graphql } from '#ui/graphql/graphql.ts';

export const submitMutation = graphql(`
  mutation CustomerOrderSubmit($input: OrderStepInput!) {
    orderSubmit(input: $input) {
      order {
        id
        state
        version
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

export const repriceMutation = graphql(`
  mutation CustomerOrderReprice($input: OrderStepInput!) {
    orderReprice(input: $input) {
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

export const reorderMutation = graphql(`
  mutation CustomerOrderReorder($input: OrderReorderInput!) {
    orderReorder(input: $input) {
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
  }
`);
