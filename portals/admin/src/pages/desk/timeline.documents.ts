import { graphql } from '#ui/graphql/graphql.ts';

export const timelineQuery = graphql(`
  query AdminTimeline($first: Int!, $after: String, $organisationId: ID!, $kind: [TimelineKind!]) {
    partyTimeline(first: $first, after: $after, organisationId: $organisationId, kind: $kind) {
      edges {
        node {
          id
          kind
          happenedAt
          number
          text
          state
          byName
          isTheirs
          subjectId
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
