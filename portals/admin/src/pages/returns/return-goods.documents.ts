import { graphql } from '#ui/graphql/graphql.ts';
import { payload } from './return-payload.documents.ts';

export const sendMutation = graphql(
  `
    mutation AdminReturnSend($input: ReturnSendInput!) {
      done: returnSend(input: $input) {
        ...AdminReturnPayload
      }
    }
  `,
  [payload],
);

export const receiveMutation = graphql(
  `
    mutation AdminReturnReceive($input: ReturnReceiveInput!) {
      done: returnReceive(input: $input) {
        ...AdminReturnPayload
      }
    }
  `,
  [payload],
);

export const inspectMutation = graphql(
  `
    mutation AdminReturnInspect($input: ReturnInspectInput!) {
      done: returnInspect(input: $input) {
        ...AdminReturnPayload
      }
    }
  `,
  [payload],
);
