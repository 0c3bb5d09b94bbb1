import { graphql } from '#ui/graphql/graphql.ts';
import { payload } from './order-payload.documents.ts';

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
