import { graphql } from '#ui/graphql/graphql.ts';

export const setLineMutation = graphql(`
  mutation CustomerOrderLineSet($input: OrderLineSetInput!) {
    orderLineSet(input: $input) {
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

export const changeDraftMutation = graphql(`
  mutation CustomerOrderDraftChange($input: OrderDraftChangeInput!) {
    orderDraftChange(input: $input) {
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
