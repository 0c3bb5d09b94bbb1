import { graphql } from '#ui/graphql/graphql.ts';

export const approveMutation = graphql(`
  mutation CustomerOrderApprove($input: OrderStepInput!) {
    orderApprove(input: $input) {
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

export const refuseApprovalMutation = graphql(`
  mutation CustomerOrderApprovalRefuse($input: OrderReasonInput!) {
    orderApprovalRefuse(input: $input) {
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

export const cancelMutation = graphql(`
  mutation CustomerOrderCancel($input: OrderReasonInput!) {
    orderCancel(input: $input) {
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
