import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';
import { returnHead } from './returns.documents.ts';

export const adminReturnQuery = graphql(
  `
    query AdminReturn($id: ID!) {
      customerReturn(id: $id) {
        ...AdminReturnHead
        allowedActions
        answer
        carrier
        tracking
        approvedAt
        receivedAt
        resolvedAt
        closedAt
        site {
          id
          code
          name
          timeZone
        }
        replacementOrder {
          id
          number
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
  [returnHead],
);

export type Return = NonNullable<ResultOf<typeof adminReturnQuery>['customerReturn']>;
export type ReturnLine = Return['lines'][number];
