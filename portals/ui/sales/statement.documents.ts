import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

const amount = graphql(`
  fragment PartyAmount on Money @_unmask {
    amount
    currency
  }
`);

export const statementQuery = graphql(
  `
    query PartyStatement($from: Date!, $to: Date!, $customerId: ID) {
      accountStatements(from: $from, to: $to, customerId: $customerId) {
        currency
        from
        to
        opening {
          ...PartyAmount
        }
        closing {
          ...PartyAmount
        }
        onAccount {
          ...PartyAmount
        }
        aging {
          notDue {
            ...PartyAmount
          }
          upTo30 {
            ...PartyAmount
          }
          upTo60 {
            ...PartyAmount
          }
          upTo90 {
            ...PartyAmount
          }
          older {
            ...PartyAmount
          }
        }
        entries {
          kind
          documentId
          number
          on
          dueOn
          amount {
            ...PartyAmount
          }
          balance {
            ...PartyAmount
          }
        }
      }
    }
  `,
  [amount],
);

export type AccountStatement = ResultOf<typeof statementQuery>['accountStatements'][number];
