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

export const cancelLineMutation = graphql(`
  mutation CustomerOrderLineCancel($input: OrderLineCancelInput!) {
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
  mutation CustomerOrderChange($input: OrderChangeInput!) {
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
