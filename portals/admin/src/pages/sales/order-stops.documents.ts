import { graphql } from '#ui/graphql/graphql.ts';
import { payload } from './order-payload.documents.ts';

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
