import { graphql } from '#ui/graphql/graphql.ts';
import { payload } from './return-payload.documents.ts';

export const approveMutation = graphql(
  `
    mutation AdminReturnApprove($input: ReturnAnswerInput!) {
      done: returnApprove(input: $input) {
        ...AdminReturnPayload
      }
    }
  `,
  [payload],
);

export const rejectMutation = graphql(
  `
    mutation AdminReturnReject($input: ReturnAnswerInput!) {
      done: returnReject(input: $input) {
        ...AdminReturnPayload
      }
    }
  `,
  [payload],
);

export const resolveMutation = graphql(
  `
    mutation AdminReturnResolve($input: ReturnResolveInput!) {
      done: returnResolve(input: $input) {
        ...AdminReturnPayload
      }
    }
  `,
  [payload],
);

export const closeMutation = graphql(
  `
    mutation AdminReturnClose($input: ReturnStepInput!) {
      done: returnClose(input: $input) {
        ...AdminReturnPayload
      }
    }
  `,
  [payload],
);
