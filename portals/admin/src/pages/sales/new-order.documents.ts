import { graphql } from '#ui/graphql/graphql.ts';

export const newOrderMutation = graphql(`
  mutation AdminSalesNewOrder($input: QuickOrderDraftInput!) {
    quickOrderDraft(input: $input) {
      order {
        id
        number
      }
      userErrors {
        code
        message
        path
        ... on QuickOrderRefused {
          problems {
            row
            text
            reason
          }
        }
      }
    }
  }
`);
