import { graphql } from '#ui/graphql/graphql.ts';

export const ticketOpenMutation = graphql(`
  mutation PartyTicketOpen($input: TicketOpenInput!) {
    ticketOpen(input: $input) {
      ticket {
        id
        number
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const ticketWriteMutation = graphql(`
  mutation PartyTicketWrite($input: TicketTextInput!) {
    ticketWrite(input: $input) {
      ticket {
        id
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const ticketRateMutation = graphql(`
  mutation PartyTicketRate($input: TicketRateInput!) {
    ticketRate(input: $input) {
      ticket {
        id
        rating {
          score
          comment
        }
      }
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const searchNoteMutation = graphql(`
  mutation PartyArticleSearch($input: ArticleSearchNoteInput!) {
    articleSearchNote(input: $input) {
      hits
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const preferencesSaveMutation = graphql(`
  mutation PartyPreferencesSave($input: PreferencesSaveInput!) {
    preferencesSave(input: $input) {
      preferences {
        id
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
      userErrors {
        code
        message
        path
      }
    }
  }
`);
