import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';

export const ticketRow = graphql(`
  fragment PartyTicketRow on Ticket @_unmask {
    id
    number
    subject
    category
    statusName
    topic
    lastMessageAt
    createdAt
  }
`);

export const messageFields = graphql(`
  fragment TicketMessage on Interaction @_unmask {
    id
    channel
    direction
    visibility
    isAutomatic
    authorName
    body
    occurredAt
    attachments {
      id
      name
      size
    }
  }
`);

export const ticketsQuery = graphql(
  `
    query PartyTickets($first: Int!, $after: String, $search: String, $category: [TicketCategory!]) {
      tickets(first: $first, after: $after, search: $search, category: $category) {
        edges {
          node {
            ...PartyTicketRow
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ticketRow],
);

export const ticketQuery = graphql(
  `
    query PartyTicket($id: ID!) {
      ticket(id: $id) {
        ...PartyTicketRow
        openedBy
        version
        allowedActions
        links {
          subjectId
          label
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
        messages {
          ...TicketMessage
        }
      }
    }
  `,
  [ticketRow, messageFields],
);

export const newTicketQuery = graphql(`
  query PartyNewTicket {
    serviceCategories(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);

export const suggestionsQuery = graphql(`
  query PartyTicketSuggestions($text: String!) {
    articleSuggestions(text: $text, first: 4) {
      id
      title
    }
    similarTickets(text: $text, first: 3) {
      id
      number
      subject
      statusName
    }
  }
`);

export const articlesQuery = graphql(`
  query PartyArticles($first: Int!, $after: String, $search: String) {
    articles(first: $first, after: $after, search: $search) {
      edges {
        node {
          id
          number
          title
          publishedAt
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const articleQuery = graphql(`
  query PartyArticle($id: ID!) {
    article(id: $id) {
      id
      number
      title
      body
      publishedAt
    }
  }
`);

export const preferencesQuery = graphql(`
  query PartyPreferences {
    preferences {
      id
      email
      phone
      preferredChannel
      quietFrom
      quietTo
      consents {
        channel
        purpose
        state
        isPromotional
      }
    }
  }
`);

export type TicketMessage = ResultOf<typeof messageFields>;
export type PartyTicketRow = ResultOf<typeof ticketRow>;
