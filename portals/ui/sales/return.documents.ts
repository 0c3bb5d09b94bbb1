import { graphql, type ResultOf } from '#ui/graphql/graphql.ts';

/** What both sides see of a return in a list. */
export const returnHead = graphql(`
  fragment SalesReturnHead on CustomerReturn @_unmask {
    id
    number
    state
    version
    wantedResolution
    resolution
    requestedAt
  }
`);

/** What both sides see on the page of a return, beside its lines. */
export const returnBody = graphql(
  `
    fragment SalesReturn on CustomerReturn @_unmask {
      ...SalesReturnHead
      allowedActions
      reason
      answer
      carrier
      tracking
      approvedAt
      receivedAt
      resolvedAt
      closedAt
      replacementOrder {
        id
        number
      }
    }
  `,
  [returnHead],
);

export type ReturnHead = ResultOf<typeof returnHead>;
