import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';
import { returnBody } from '#ui/sales/return.documents.ts';

export const adminReturnQuery = graphql(
  `
    query AdminReturn($id: ID!) {
      customerReturn(id: $id) {
        ...SalesReturn
        customer {
          id
          name
        }
        site {
          id
          code
          name
          timeZone
        }
        lines {
          id
          lineNo
          reason
          lot
          outcome
          inspectionNote
          hasClaim
          item {
            id
            sku
            name
            unit
            isLotTracked
          }
          orderLine {
            id
            lineNo
            order {
              id
              number
            }
          }
          quantity {
            value
            unit
          }
          receivedQuantity {
            value
            unit
          }
          claim {
            id
            receiptId
            receiptNumber
            supplier {
              id
              name
            }
          }
        }
      }
    }
  `,
  [returnBody],
);

export type Return = NonNullable<ResultOf<typeof adminReturnQuery>['customerReturn']>;
export type ReturnLine = Return['lines'][number];
