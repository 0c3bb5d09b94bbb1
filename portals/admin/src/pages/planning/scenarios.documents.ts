import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';

export const scenarioRow = graphql(`
  fragment AdminScenario on PlanningScenario @_unmask {
    id
    name
    note
    state
    createdAt
    createdByName
    changeCount
    isPlanned
    version
    allowedActions
  }
`);
export type ScenarioRow = ResultOf<typeof scenarioRow>;

export const scenariosQuery = graphql(
  `
    query AdminScenarios($first: Int!, $after: String) {
      planningScenarios(first: $first, after: $after) {
        edges {
          node {
            ...AdminScenario
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [scenarioRow],
);

export const scenarioQuery = graphql(
  `
    query AdminScenarioPage($id: ID!) {
      planningScenario(id: $id) {
        ...AdminScenario
        changes {
          id
          kind
          field
          dueOn
          lotRule
          value
          item {
            id
            sku
            name
          }
          site {
            id
            code
          }
        }
      }
    }
  `,
  [scenarioRow],
);
export type Scenario = NonNullable<ResultOf<typeof scenarioQuery>['planningScenario']>;

export const comparisonQuery = graphql(`
  query AdminScenarioComparison($id: ID!) {
    planningComparison(scenarioId: $id) {
      plan {
        orderCount
        lateCount
        orderCost
      }
      scenario {
        orderCount
        lateCount
        orderCost
      }
      addedCount
      removedCount
      movedCount
      resizedCount
      rows {
        kind
        planningItemId
        sku
        siteCode
        unit
        planQuantity
        planDueOn
        scenarioQuantity
        scenarioDueOn
      }
    }
  }
`);
export type Comparison = NonNullable<ResultOf<typeof comparisonQuery>['planningComparison']>;

export const plannedItemSearch = graphql(`
  query AdminScenarioItems($search: String!) {
    planningItems(first: 20, search: $search, sort: ITEM) {
      edges {
        node {
          id
          item {
            id
            sku
            name
          }
          site {
            id
            code
          }
        }
      }
    }
  }
`);
