import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

export const ratesQuery = graphql(`
  query AdminExchangeRates($first: Int!, $after: String, $currency: String) {
    exchangeRates(first: $first, after: $after, currency: $currency) {
      edges {
        node {
          id
          currency
          validFrom
          rate
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const rateSetMutation = graphql(`
  mutation AdminExchangeRateSet($input: ExchangeRateSetInput!) {
    exchangeRateSet(input: $input) {
      exchangeRate {
        id
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export type Rate = ResultOf<typeof ratesQuery>['exchangeRates']['edges'][number]['node'];
