import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const customerQuery = graphql(`
  query AdminCustomer($id: ID!) {
    organisation(id: $id) {
      id
      number
      name
      currency
      timeZone
      country
      email
      phone
      address
      isCustomer
      customerTerms {
        id
        version
        currency
        paymentDays
        isOnHold
        holdReason
        isTaxInclusive
        taxRounding
        taxRate
        confirmsAtOnce
        cutoffDays
        allowsPartial
        isFreightTaxed
        territory {
          id
          code
          name
        }
        creditLimit {
          amount
          currency
        }
        receivable {
          amount
          currency
        }
        site {
          id
          code
          name
        }
        priceList {
          id
          code
          name
        }
      }
    }
  }
`);

export type Customer = NonNullable<ResultOf<typeof customerQuery>['organisation']>;
export type Terms = NonNullable<Customer['customerTerms']>;
