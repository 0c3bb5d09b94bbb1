import { graphql } from '#ui/graphql/graphql.ts';

export const capacityQuery = graphql(`
  query AdminCapacity($weeks: Int!) {
    capacityLoads(weeks: $weeks) {
      workCentreId
      code
      name
      weeks {
        startsOn
        plannedHours
        releasedHours
        availableHours
        isOverloaded
      }
    }
  }
`);

export const capacityRowsQuery = graphql(`
  query AdminCapacityRows($id: ID!, $week: Date!) {
    capacityLoadRows(workCentreId: $id, week: $week) {
      type
      id
      number
      itemId
      sku
      operationNo
      operationName
      startOn
      hours
      quantity {
        value
        unit
      }
    }
  }
`);
