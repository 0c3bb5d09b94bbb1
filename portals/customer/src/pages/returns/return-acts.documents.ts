import { graphql } from '#ui/graphql/graphql.ts';
import { returnHead } from '#ui/sales/return.documents.ts';

export const returnSendMutation = graphql(
  `
    mutation CustomerReturnSend($input: ReturnSendInput!) {
      returnSend(input: $input) {
        return {
          ...SalesReturnHead
          allowedActions
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [returnHead],
);
