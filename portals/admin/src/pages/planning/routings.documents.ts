import { graphql } from '#ui/graphql/graphql.ts';

export const workCentreRow = graphql(`
  fragment AdminWorkCentreRow on WorkCentre @_unmask {
    id
    code
    name
    hoursPerDay
    efficiency
    costPerHour
    isActive
    operationCount
    version
    site {
      id
      code
    }
    calendar {
      id
      name
    }
  }
`);

export const workCentresQuery = graphql(
  `
    query AdminWorkCentres($first: Int!, $after: String, $search: String) {
      workCentres(first: $first, after: $after, search: $search) {
        edges {
          node {
            ...AdminWorkCentreRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [workCentreRow],
);

export const calendarChoicesQuery = graphql(`
  query AdminCalendarChoices {
    calendars(first: 100) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

export const routingsQuery = graphql(`
  query AdminRoutings($first: Int!, $after: String, $search: String) {
    routings(first: $first, after: $after, search: $search) {
      edges {
        node {
          id
          revision
          alternate
          setupHours
          runHours
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
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const routingQuery = graphql(`
  query AdminRouting($id: ID!) {
    routing(id: $id) {
      id
      revision
      alternate
      validFrom
      validTo
      setupHours
      runHours
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
      operations {
        id
        operationNo
        name
        setupHours
        runHours
        workCentre {
          id
          code
          name
        }
      }
    }
  }
`);
