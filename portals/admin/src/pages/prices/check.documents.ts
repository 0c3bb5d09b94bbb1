import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const priceCheckQuery = graphql(`
  query AdminPriceCheck($customerId: ID!, $itemId: ID!, $quantity: Decimal!, $unit: String, $on: Date) {
    priceCheck(customerId: $customerId, itemId: $itemId, quantity: $quantity, unit: $unit, on: $on) {
      discount
      isTaxInclusive
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
      whyThisPrice {
        source
        listName
        listUnit
        fromQuantity
        nextFromQuantity
        promotionName
        pricedOn
        listPrice {
          amount
          currency
        }
        nextListPrice {
          amount
          currency
        }
      }
    }
  }
`);

export type PriceCheck = NonNullable<ResultOf<typeof priceCheckQuery>['priceCheck']>;
