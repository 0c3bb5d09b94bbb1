import { graphql } from '#ui/graphql/graphql.ts';

export const scenarioOpenMutation = graphql(`
  mutation AdminScenarioOpen($input: PlanningScenarioOpenInput!) {
    planningScenarioOpen(input: $input) {
      scenario {
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

export const scenarioChangeMutation = graphql(`
  mutation AdminScenarioChange($input: PlanningScenarioChangeInput!) {
    planningScenarioChange(input: $input) {
      scenario {
        id
        changeCount
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const scenarioChangeRemoveMutation = graphql(`
  mutation AdminScenarioChangeRemove($input: PlanningScenarioChangeRemoveInput!) {
    planningScenarioChangeRemove(input: $input) {
      scenario {
        id
        changeCount
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const scenarioApplyMutation = graphql(`
  mutation AdminScenarioApply($input: PlanningScenarioEndInput!) {
    planningScenarioApply(input: $input) {
      scenario {
        id
        state
        version
        allowedActions
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const scenarioDiscardMutation = graphql(`
  mutation AdminScenarioDiscard($input: PlanningScenarioEndInput!) {
    planningScenarioDiscard(input: $input) {
      scenario {
        id
        state
        version
        allowedActions
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);
