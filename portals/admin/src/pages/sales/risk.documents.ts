import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';
import { supplyFields } from './supply.documents.ts';

export const riskQuery = graphql(
  `
    query AdminSalesRisk(
      $first: Int!
      $after: String
      $search: String
      $isAtRisk: Boolean
      $isBackordered: Boolean
      $isOverdue: Boolean
    ) {
      openSalesOrderLines(
        first: $first
        after: $after
        sort: DUE
        search: $search
        isAtRisk: $isAtRisk
        isBackordered: $isBackordered
        isOverdue: $isOverdue
      ) {
        edges {
          node {
            ...AdminLineSupply
            lineNo
            confirmedOn
            estimatedOn
            isOverdue
            order {
              id
              number
              customer {
                id
                name
              }
            }
            openQuantity {
              value
              unit
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [supplyFields],
);

export type RiskRow = ResultOf<typeof riskQuery>['openSalesOrderLines']['edges'][number]['node'];
