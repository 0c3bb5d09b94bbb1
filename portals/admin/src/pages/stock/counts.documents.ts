import { graphql } from '#ui/graphql/graphql.ts';

export const countFields = graphql(`
  fragment AdminCountFields on StockCount @_unmask {
    id
    number
    state
    note
    openedAt
    postedAt
    version
    allowedActions
    lineCount
    site {
      id
      code
      name
      timeZone
    }
  }
`);

export const countLineFields = graphql(`
  fragment AdminCountLineFields on StockCount @_unmask {
    lines {
      id
      status
      lot
      item {
        id
        sku
        name
      }
      location {
        id
        code
      }
      owner {
        id
        name
        isCompany
      }
      expected {
        value
        unit
      }
      counted {
        value
        unit
      }
      difference {
        value
        unit
      }
    }
  }
`);

export const countsQuery = graphql(
  `
    query AdminStockCounts($first: Int!, $after: String, $siteId: ID, $state: StockCountState) {
      stockCounts(first: $first, after: $after, siteId: $siteId, state: $state) {
        edges {
          node {
            ...AdminCountFields
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [countFields],
);

export const countQuery = graphql(
  `
    query AdminStockCount($id: ID!) {
      stockCount(id: $id) {
        ...AdminCountFields
        ...AdminCountLineFields
      }
    }
  `,
  [countFields, countLineFields],
);

const payload = graphql(
  `
    fragment AdminCountPayload on StockCountPayload @_unmask {
      count {
        ...AdminCountFields
        ...AdminCountLineFields
      }
      userErrors {
        code
        message
        path
      }
    }
  `,
  [countFields, countLineFields],
);

export const countOpenMutation = graphql(
  `
    mutation AdminStockCountOpen($input: StockCountOpenInput!) {
      stockCountOpen(input: $input) {
        ...AdminCountPayload
      }
    }
  `,
  [payload],
);

export const countRecordMutation = graphql(
  `
    mutation AdminStockCountRecord($input: StockCountRecordInput!) {
      stockCountRecord(input: $input) {
        ...AdminCountPayload
      }
    }
  `,
  [payload],
);

export const countPostMutation = graphql(
  `
    mutation AdminStockCountPost($input: StockCountPostInput!) {
      stockCountPost(input: $input) {
        ...AdminCountPayload
      }
    }
  `,
  [payload],
);

export const countCancelMutation = graphql(
  `
    mutation AdminStockCountCancel($input: StockCountCancelInput!) {
      stockCountCancel(input: $input) {
        ...AdminCountPayload
      }
    }
  `,
  [payload],
);
