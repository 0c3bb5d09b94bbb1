import { graphql } from '#ui/graphql/graphql.ts';
import { statementFields } from './statements.documents.ts';

export const withdrawalsResult = graphql(`
  fragment AdminWithdrawalsResult on WithdrawalsPayload @_unmask {
    withdrawals {
      id
      isReversed
    }
    userErrors {
      code
      message
      path
    }
  }
`);

export const statementResult = graphql(
  `
    fragment AdminStatementResult on StatementPayload @_unmask {
      statement {
        ...AdminStatement
      }
      userErrors {
        code
        message
        path
      }
    }
  `,
  [statementFields],
);

export const consumeMutation = graphql(
  `
    mutation AdminConsignmentConsume($input: ConsignmentTakeInput!) {
      consignmentConsume(input: $input) {
        ...AdminWithdrawalsResult
      }
    }
  `,
  [withdrawalsResult],
);

export const transferMutation = graphql(
  `
    mutation AdminConsignmentTransfer($input: ConsignmentTakeInput!) {
      consignmentTransfer(input: $input) {
        ...AdminWithdrawalsResult
      }
    }
  `,
  [withdrawalsResult],
);

export const withdrawalReverseMutation = graphql(
  `
    mutation AdminWithdrawalReverse($input: WithdrawalReverseInput!) {
      withdrawalReverse(input: $input) {
        ...AdminWithdrawalsResult
      }
    }
  `,
  [withdrawalsResult],
);

export const statementCloseMutation = graphql(`
  mutation AdminStatementClose($input: StatementCloseInput!) {
    statementClose(input: $input) {
      statements {
        id
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

export const statementBillMutation = graphql(
  `
    mutation AdminStatementBill($input: StatementActInput!) {
      statementBill(input: $input) {
        ...AdminStatementResult
      }
    }
  `,
  [statementResult],
);

export const statementResolveMutation = graphql(
  `
    mutation AdminStatementResolve($input: StatementActInput!) {
      statementResolve(input: $input) {
        ...AdminStatementResult
      }
    }
  `,
  [statementResult],
);

export const statementPayMutation = graphql(
  `
    mutation AdminStatementPay($input: StatementActInput!) {
      statementPay(input: $input) {
        ...AdminStatementResult
      }
    }
  `,
  [statementResult],
);
