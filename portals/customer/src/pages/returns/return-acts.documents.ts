import { graphql } from '#ui/graphql/graphql.ts';
import { returnFields } from './returns.documents.ts';

export const returnRequestMutation = graphql(`
  mutation CustomerReturnRequest($input: ReturnRequestInput!) {
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

export const returnSendMutation = graphql(
  `
    mutation CustomerReturnSend($input: ReturnSendInput!) {
      returnSend(input: $input) {
        return {
          ...CustomerReturnRow
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [returnFields],
);
