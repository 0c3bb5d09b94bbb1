import { graphql } from '#ui/graphql/graphql.ts';

export const forecastsQuery = graphql(`
  query AdminForecasts($first: Int!, $after: String, $search: String, $sort: ForecastSort!, $isLeaning: Boolean) {
    forecasts(first: $first, after: $after, search: $search, sort: $sort, isLeaning: $isLeaning) {
      edges {
        node {
          id
          demandClass
          method
          isMethodChosen
          wape
          mase
          bias
          trackingSignal
          overrideCount
          item {
            id
            sku
            name
          }
          site {
            id
            code
          }
          nextWeeks {
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
`);

export const forecastQuery = graphql(`
  query AdminForecast($id: ID!) {
    forecast(id: $id) {
      id
      demandClass
      method
      isMethodChosen
      source
      historyFrom
      historyTo
      holdoutWeeks
      mae
      wape
      mase
      bias
      trackingSignal
      computedAt
      version
      item {
        id
        sku
        name
        unit
      }
      site {
        id
        code
      }
      candidates {
        method
        mae
        wape
        mase
        bias
        trackingSignal
      }
    }
  }
`);

export const forecastWeeksQuery = graphql(`
  query AdminForecastWeeks($id: ID!) {
    forecastWeeks(forecastId: $id) {
      startsOn
      actual
      computed
      override
      reason
      overriddenBy
      forecast
      ordered
      left
    }
  }
`);
