import { graphql } from '#ui/graphql/graphql.ts';
import { orderFields } from './orders.documents.ts';

const payload = graphql(
  `
    fragment AdminOrderPayload on PurchaseOrderPayload @_unmask {
      order {
        ...AdminOrderFields
      }
      userErrors {
        code
        message
        path
      }
    }
  `,
  [orderFields],
);

export const orderDraftMutation = graphql(
  `
    mutation AdminOrderDraft($input: PurchaseOrderDraftInput!) {
      purchaseOrderDraft(input: $input) {
        ...AdminOrderPayload
      }
    }
  `,
  [payload],
);

export const orderIssueMutation = graphql(
  `
    mutation AdminOrderIssue($input: PurchaseOrderIssueInput!) {
      purchaseOrderIssue(input: $input) {
        ...AdminOrderPayload
      }
    }
  `,
  [payload],
);

export const orderChangeMutation = graphql(
  `
    mutation AdminOrderChange($input: PurchaseOrderChangeInput!) {
      purchaseOrderChange(input: $input) {
        ...AdminOrderPayload
      }
    }
  `,
  [payload],
);

export const orderCancelMutation = graphql(
  `
    mutation AdminOrderCancel($input: PurchaseOrderEndInput!) {
      purchaseOrderCancel(input: $input) {
        ...AdminOrderPayload
      }
    }
  `,
  [payload],
);

export const orderCloseMutation = graphql(
  `
    mutation AdminOrderClose($input: PurchaseOrderEndInput!) {
      purchaseOrderClose(input: $input) {
        ...AdminOrderPayload
      }
    }
  `,
  [payload],
);

export const answerReviewMutation = graphql(
  `
    mutation AdminAnswerReview($input: OrderAnswerReviewInput!) {
      orderAnswerReview(input: $input) {
        ...AdminOrderPayload
      }
    }
  `,
  [payload],
);
