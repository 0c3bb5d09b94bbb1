import { graphql } from '#ui/graphql/graphql.ts';
import { workOrderFields } from './orders.documents.ts';

export const workOrderReleaseMutation = graphql(
  `
    mutation AdminWorkOrderRelease($input: WorkOrderActInput!) {
      workOrderRelease(input: $input) {
        workOrder {
          ...AdminWorkOrder
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [workOrderFields],
);

export const workOrderCancelMutation = graphql(
  `
    mutation AdminWorkOrderCancel($input: WorkOrderActInput!) {
      workOrderCancel(input: $input) {
        workOrder {
          ...AdminWorkOrder
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [workOrderFields],
);

export const workOrderIssueMutation = graphql(
  `
    mutation AdminWorkOrderIssue($input: WorkOrderIssueInput!) {
      workOrderIssue(input: $input) {
        workOrder {
          ...AdminWorkOrder
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [workOrderFields],
);

export const workOrderReceiveMutation = graphql(
  `
    mutation AdminWorkOrderReceive($input: WorkOrderReportInput!) {
      workOrderReceive(input: $input) {
        workOrder {
          ...AdminWorkOrder
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [workOrderFields],
);

export const workOrderScrapMutation = graphql(
  `
    mutation AdminWorkOrderScrap($input: WorkOrderReportInput!) {
      workOrderScrap(input: $input) {
        workOrder {
          ...AdminWorkOrder
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [workOrderFields],
);
