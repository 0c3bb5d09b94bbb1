import { graphql } from '#ui/graphql/graphql.ts';

export const latestDraftQuery = graphql(`
  query CustomerLatestDraft {
    salesOrders(first: 1, state: [DRAFT], sort: NEWEST) {
      nodes {
        id
        number
        version
      }
    }
  }
`);

export const addToDraftMutation = graphql(`
  mutation CustomerAddToDraft($input: OrderLineSetInput!) {
    orderLineSet(input: $input) {
      order {
        id
        number
        version
        lineCount
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const beginDraftMutation = graphql(`
  mutation CustomerBeginDraft($input: OrderDraftCreateInput!) {
    orderDraftCreate(input: $input) {
      order {
        id
        number
        version
        lineCount
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);
