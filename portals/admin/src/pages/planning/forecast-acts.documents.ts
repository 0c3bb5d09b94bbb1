import { graphql } from '#ui/graphql/graphql.ts';

export const forecastOverrideMutation = graphql(`
  mutation AdminForecastOverride($input: ForecastOverrideInput!) {
    forecastOverride(input: $input) {
      forecast {
        id
        version
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const forecastMethodMutation = graphql(`
  mutation AdminForecastMethod($input: ForecastMethodInput!) {
    forecastMethodChoose(input: $input) {
      forecast {
        id
        version
        method
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const forecastRecomputeMutation = graphql(`
  mutation AdminForecastRecompute($input: ForecastRecomputeInput!) {
    forecastRecompute(input: $input) {
      task {
        id
        state
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);
