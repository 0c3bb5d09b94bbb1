import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';
import { messageFields } from '#ui/help/help.documents.ts';

export const deskRow = graphql(`
  fragment DeskRow on Ticket @_unmask {
    id
    number
    subject
    category
    statusName
    priority
    channel
    queue
    isEscalated
    nextDueAt
    respondedAt
    createdAt
    organisation {
      id
      name
    }
    assignee {
      id
      name
    }
  }
`);

export const deskQuery = graphql(
  `
    query AdminDesk(
      $first: Int!
      $after: String
      $search: String
      $sort: TicketSort!
      $isActive: Boolean
      $isMine: Boolean
      $isUnassigned: Boolean
      $queueIds: [ID!]
      $isBreached: Boolean
      $priority: [TicketPriority!]
      $side: PartySide
    ) {
      tickets(
        first: $first
        after: $after
        search: $search
        sort: $sort
        isActive: $isActive
        isMine: $isMine
        isUnassigned: $isUnassigned
        queueIds: $queueIds
        isBreached: $isBreached
        priority: $priority
        side: $side
      ) {
        edges {
          node {
            ...DeskRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [deskRow],
);

export const deskTicketQuery = graphql(
  `
    query AdminDeskTicket($id: ID!) {
      ticket(id: $id) {
        ...DeskRow
        version
        topic
        side
        isShared
        openedBy
        allowedActions
        statusCode
        queueId
        responseDueAt
        responseMinutes
        responseBreachedAt
        resolutionDueAt
        resolutionBreachedAt
        resolvedAt
        holdMinutes
        netMinutes
        links {
          subjectId
          kind
          label
        }
        suggestions {
          itemId
          sku
          name
          besideSku
          orders
          support
          confidence
          lift
        }
        contact {
          id
          name
          email
          phone
          preferredChannel
          locale
        }
        rating {
          score
          comment
        }
        mergedInto {
          id
          ... on Ticket {
            number
          }
        }
        cause {
          id
          ... on Ticket {
            number
            subject
          }
        }
        attached {
          ...DeskRow
        }
        merged {
          id
          number
          subject
        }
        messages {
          ...TicketMessage
        }
      }
      ticketStatuses {
        code
        name
        category
      }
    }
  `,
  [deskRow, messageFields],
);

export const partyGlanceQuery = graphql(`
  query AdminPartyGlance($id: ID!) {
    tickets(first: 5, sort: NEWEST, organisationId: $id) {
      totalCount
      nodes {
        id
        number
        subject
        category
        statusName
      }
    }
    interactions(first: 4, organisationId: $id) {
      nodes {
        id
        channel
        summary
        occurredAt
      }
    }
  }
`);

export const callersQuery = graphql(`
  query AdminCallers($phone: String!) {
    callers(phone: $phone) {
      contact {
        id
        name
        email
        phone
      }
      organisation {
        id
        name
        number
        isCustomer
      }
    }
  }
`);

export const unfiledQuery = graphql(`
  query AdminUnfiledMails($first: Int!, $after: String) {
    unfiledMails(first: $first, after: $after) {
      edges {
        node {
          id
          from
          fromName
          subject
          body
          receivedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const targetsQuery = graphql(`
  query AdminServiceTargets {
    servicePolicies(first: 20) {
      nodes {
        id
        code
        name
        policyVersion
        createdAt
        calendar {
          id
          name
          timeZone
        }
        targets {
          priority
          responseMinutes
          resolutionMinutes
        }
      }
    }
    calendars(first: 50) {
      nodes {
        id
        name
        timeZone
        isDefault
        version
        organisation {
          id
          name
          isCompany
        }
        week {
          weekday
          hours {
            from
            to
          }
        }
        exceptions {
          date
          hours {
            from
            to
          }
        }
      }
    }
  }
`);

export type DeskRow = ResultOf<typeof deskRow>;
export type DeskTicket = NonNullable<ResultOf<typeof deskTicketQuery>['ticket']>;
export type UnfiledMail = ResultOf<typeof unfiledQuery>['unfiledMails']['edges'][number]['node'];
