import { graphql } from '#ui/graphql/graphql.ts';

const payload = graphql(`
  fragment AdminReturnPayload on CustomerReturnPayload @_unmask {
    return {
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
