import { graphql } from '#ui/graphql/graphql.ts';

export const calendarSaveMutation = graphql(`
  mutation AdminCalendarSave($input: CalendarSaveInput!) {
    calendarSave(input: $input) {
      calendar {
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

export const businessTimesQuery = graphql(`
  query AdminBusinessTimes($calendarId: ID!, $from: DateTime!, $minutes: [Int!]!) {
    businessTimes(calendarId: $calendarId, from: $from, minutes: $minutes)
  }
`);
