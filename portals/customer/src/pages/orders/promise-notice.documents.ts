import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const promiseNoticeFields = graphql(`
  fragment CustomerPromiseNotice on PromiseNotice @_unmask {
    id
    state
    cause
    promisedOn
    expectedBefore
    expectedOn
    choices
    version
    changedAt
    onTimeQuantity {
      value
      unit
    }
    lateQuantity {
      value
      unit
    }
    unpeggedQuantity {
      value
      unit
    }
  }
`);

export const promiseAnswerMutation = graphql(
  `
    mutation CustomerPromiseAnswer($input: PromiseAnswerInput!) {
      promiseAnswer(input: $input) {
        notice {
          ...CustomerPromiseNotice
        }
        userErrors {
          code
          message
          path
        }
      }
    }
  `,
  [promiseNoticeFields],
);

export type PromiseNotice = ResultOf<typeof promiseNoticeFields>;
