import { graphql } from '#ui/graphql/graphql.ts';

export const auditEntryFields = graphql(`
  fragment AdminAuditEntry on AuditEntry @_unmask {
    id
    act
    audience
    actorName
    onBehalfOfName
    organisationName
    subjectType
    subjectKey
    occurredAt
    remoteAddress
    isSealed
    changes {
      type
      key
      kind
      isErased
      values {
        name
        before
        after
      }
    }
  }
`);

export const auditEntriesQuery = graphql(
  `
    query AdminAuditEntries(
      $first: Int!
      $after: String
      $person: String
      $act: String
      $audience: AuditAudience
      $subjectKey: String
      $from: DateTime
    ) {
      auditEntries(
        first: $first
        after: $after
        person: $person
        act: $act
        audience: $audience
        subjectKey: $subjectKey
        from: $from
      ) {
        edges {
          node {
            ...AdminAuditEntry
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [auditEntryFields],
);
