import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const checkQuery = graphql(`
  query CustomerQuickOrderCheck($text: String!) {
    quickOrderCheck(text: $text) {
      total {
        amount
        currency
      }
      problems {
        row
        text
        reason
      }
      lines {
        row
        itemId
        sku
        name
        quantity {
          value
          unit
        }
        unitPrice {
          amount
          currency
        }
        amount {
          amount
          currency
        }
      }
    }
  }
`);

export const draftMutation = graphql(`
  mutation CustomerQuickOrderDraft($input: QuickOrderDraftInput!) {
    quickOrderDraft(input: $input) {
      order {
        id
        number
      }
      userErrors {
        code
        message
        path
        ... on QuickOrderRefused {
          problems {
            row
            text
            reason
          }
        }
      }
    }
  }
`);

export type Check = NonNullable<ResultOf<typeof checkQuery>['quickOrderCheck']>;
