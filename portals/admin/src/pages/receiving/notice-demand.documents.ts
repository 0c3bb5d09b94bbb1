import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

const waitingLine = graphql(`
  fragment AdminWaitingLine on SalesOrderLine @_unmask {
    id
    lineNo
    confirmedOn
    order {
      id
      number
      customer {
        id
        name
      }
    }
    item {
      id
      sku
      name
    }
  }
`);

export const noticeDemandQuery = graphql(
  `
    query AdminNoticeDemand($id: ID!) {
      shipmentNotice(id: $id) {
        id
        pegs {
          id
          isLate
          expectedOn
          quantity {
            value
            unit
          }
          line {
            ...AdminWaitingLine
          }
        }
      }
    }
  `,
  [waitingLine],
);
export type WaitingPeg = NonNullable<ResultOf<typeof noticeDemandQuery>['shipmentNotice']>['pegs'][number];

export const slipImpactQuery = graphql(
  `
    query AdminSlipImpact($noticeId: ID!, $days: Int!) {
      slipImpact(noticeId: $noticeId, days: $days) {
        days
        customerCount
        revenueAtRisk {
          amount
          currency
        }
        lines {
          promisedOn
          expectedAfter
          newlyLate {
            value
            unit
          }
          revenueAtRisk {
            amount
            currency
          }
          line {
            ...AdminWaitingLine
          }
        }
      }
    }
  `,
  [waitingLine],
);
export type Slipped = NonNullable<ResultOf<typeof slipImpactQuery>['slipImpact']>['lines'][number];
