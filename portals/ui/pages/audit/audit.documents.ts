import { graphql } from '../../graphql/graphql.ts';

export const auditEntryFields = graphql(`
  fragment PartyAuditEntry on AuditEntry @_unmask {
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
  }
`);

export const auditEntriesQuery = graphql(
  `
    query PartyAuditEntries(
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
            ...PartyAuditEntry
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

/** What one act changed, value by value: for the company alone. */
export const auditChangesQuery = graphql(`
  query AdminAuditChanges($id: ID!) {
    auditEntry(id: $id) {
      id
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
  }
`);
