import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const salesOrderHead = graphql(`
  fragment AdminSalesOrderHead on SalesOrder @_unmask {
    id
    number
    state
    fulfilment
    invoicing
    payment
    returned
    isAtRisk
    isBackordered
    orderedOn
    requestedOn
    customerReference
    version
    customer {
      id
      name
    }
    total {
      amount
      currency
    }
  }
`);

export const salesOrdersQuery = graphql(
  `
    query AdminSalesOrders(
      $first: Int!
      $after: String
      $sort: SalesOrderSort!
      $search: String
      $state: [SalesOrderState!]
      $fulfilment: [SalesOrderFulfilment!]
      $invoicing: [SalesOrderInvoicing!]
      $payment: [SalesOrderPayment!]
      $customerId: ID
      $siteId: ID
      $isAtRisk: Boolean
      $isBackordered: Boolean
    ) {
      salesOrders(
        first: $first
        after: $after
        sort: $sort
        search: $search
        state: $state
        fulfilment: $fulfilment
        invoicing: $invoicing
        payment: $payment
        customerId: $customerId
        siteId: $siteId
        isAtRisk: $isAtRisk
        isBackordered: $isBackordered
      ) {
        edges {
          node {
            ...AdminSalesOrderHead
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [salesOrderHead],
);

export type SalesOrderRow = ResultOf<typeof salesOrderHead>;
