import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';
import { returnBody } from '#ui/sales/return.documents.ts';

export const returnQuery = graphql(
  `
    query CustomerReturnPage($id: ID!) {
      customerReturn(id: $id) {
        ...SalesReturn
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
  [returnBody],
);

export type Return = NonNullable<ResultOf<typeof returnQuery>['customerReturn']>;
