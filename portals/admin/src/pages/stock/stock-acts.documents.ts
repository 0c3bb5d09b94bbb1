import { graphql } from '#ui/graphql/graphql.ts';

export const moveResultFields = graphql(`
  fragment AdminMoveResult on StockMovePayload @_unmask {
    move {
      id
    }
    userErrors {
      code
      message
      path
    }
  }
`);

export const stockAdjustMutation = graphql(
  `
    mutation AdminStockAdjust($input: StockAdjustInput!) {
      stockAdjust(input: $input) {
        ...AdminMoveResult
      }
    }
  `,
  [moveResultFields],
);

export const stockTransferMutation = graphql(
  `
    mutation AdminStockTransfer($input: StockTransferInput!) {
      stockTransfer(input: $input) {
        ...AdminMoveResult
      }
    }
  `,
  [moveResultFields],
);

export const stockIssueMutation = graphql(
  `
    mutation AdminStockIssue($input: StockIssueInput!) {
      stockIssue(input: $input) {
        ...AdminMoveResult
      }
    }
  `,
  [moveResultFields],
);

export const stockScrapMutation = graphql(
  `
    mutation AdminStockScrap($input: StockScrapInput!) {
      stockScrap(input: $input) {
        ...AdminMoveResult
      }
    }
  `,
  [moveResultFields],
);

export const stockChangeStatusMutation = graphql(
  `
    mutation AdminStockChangeStatus($input: StockChangeStatusInput!) {
      stockChangeStatus(input: $input) {
        ...AdminMoveResult
      }
    }
  `,
  [moveResultFields],
);

export const stockReverseMutation = graphql(
  `
    mutation AdminStockReverse($input: StockReverseInput!) {
      stockReverse(input: $input) {
        ...AdminMoveResult
      }
    }
  `,
  [moveResultFields],
);
