import { graphql } from '#ui/graphql/graphql.ts';

const payload = graphql(`
  fragment AdminSalesOrderPayload on SalesOrderPayload @_unmask {
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
`);

export const confirmMutation = graphql(
  `
    mutation AdminSalesConfirm($input: OrderStepInput!) {
      done: orderConfirm(input: $input) {
        ...AdminSalesOrderPayload
      }
    }
  `,
  [payload],
);

export const holdMutation = graphql(
  `
    mutation AdminSalesHold($input: OrderReasonInput!) {
      done: orderHold(input: $input) {
        ...AdminSalesOrderPayload
      }
    }
  `,
  [payload],
);

export const releaseMutation = graphql(
  `
    mutation AdminSalesRelease($input: OrderStepInput!) {
      done: orderRelease(input: $input) {
        ...AdminSalesOrderPayload
      }
    }
  `,
  [payload],
);

export const allocateMutation = graphql(
  `
    mutation AdminSalesAllocate($input: OrderStepInput!) {
      done: orderAllocate(input: $input) {
        ...AdminSalesOrderPayload
      }
    }
  `,
  [payload],
);

export const cancelMutation = graphql(
  `
    mutation AdminSalesCancel($input: OrderReasonInput!) {
      done: orderCancel(input: $input) {
        ...AdminSalesOrderPayload
      }
    }
  `,
  [payload],
);

export const closeMutation = graphql(
  `
    mutation AdminSalesClose($input: OrderReasonInput!) {
      done: orderClose(input: $input) {
        ...AdminSalesOrderPayload
      }
    }
  `,
  [payload],
);

export const submitMutation = graphql(
  `
    mutation AdminSalesSubmit($input: OrderStepInput!) {
      done: orderSubmit(input: $input) {
        ...AdminSalesOrderPayload
      }
    }
  `,
  [payload],
);

export const repriceMutation = graphql(
  `
    mutation AdminSalesReprice($input: OrderStepInput!) {
      done: orderReprice(input: $input) {
        ...AdminSalesOrderPayload
      }
    }
  `,
  [payload],
);
