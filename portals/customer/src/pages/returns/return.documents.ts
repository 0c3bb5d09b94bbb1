import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';
import { returnFields } from './returns.documents.ts';

export const returnQuery = graphql(
  `
    query CustomerReturnPage($id: ID!) {
      customerReturn(id: $id) {
        ...CustomerReturnRow
        reason
        answer
        carrier
        tracking
        approvedAt
        receivedAt
        resolvedAt
        closedAt
        replacementOrder {
          id
          number
        }
        lines {
          id
          lineNo
          reason
          item {
            id
            sku
            name
          }
          quantity {
            value
            unit
          }
          receivedQuantity {
            value
            unit
          }
        }
      }
    }
  `,
  [returnFields],
);

export type Return = NonNullable<ResultOf<typeof returnQuery>['customerReturn']>;
