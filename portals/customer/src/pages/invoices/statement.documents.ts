import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

const amount = graphql(`
  fragment CustomerAmount on Money @_unmask {
    amount
    currency
  }
`);

export const statementQuery = graphql(
  `
    query CustomerStatement($from: Date!, $to: Date!) {
      accountStatements(from: $from, to: $to) {
        currency
        from
        to
        opening {
          ...CustomerAmount
        }
        closing {
          ...CustomerAmount
        }
        onAccount {
          ...CustomerAmount
        }
        aging {
          notDue {
            ...CustomerAmount
          }
          upTo30 {
            ...CustomerAmount
          }
          upTo60 {
            ...CustomerAmount
          }
          upTo90 {
            ...CustomerAmount
          }
          older {
            ...CustomerAmount
          }
        }
        entries {
          kind
          documentId
          number
          on
          dueOn
          amount {
            ...CustomerAmount
          }
          balance {
            ...CustomerAmount
          }
        }
      }
    }
  `,
  [amount],
);

export type AccountStatement = ResultOf<typeof statementQuery>['accountStatements'][number];
