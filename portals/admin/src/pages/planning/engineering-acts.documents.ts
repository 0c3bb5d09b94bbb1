import { graphql } from '#ui/graphql/graphql.ts';

export const workCentreSaveMutation = graphql(`
  mutation AdminWorkCentreSave($input: WorkCentreSaveInput!) {
    workCentreSave(input: $input) {
      workCentre {
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

export const routingSaveMutation = graphql(`
  mutation AdminRoutingSave($input: RoutingSaveInput!) {
    routingSave(input: $input) {
      routing {
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

export const billSaveMutation = graphql(`
  mutation AdminBillSave($input: BillSaveInput!) {
    billSave(input: $input) {
      bill {
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

export const planningItemSaveMutation = graphql(`
  mutation AdminPlanningItemSave($input: PlanningItemSaveInput!) {
    planningItemSave(input: $input) {
      planningItem {
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
