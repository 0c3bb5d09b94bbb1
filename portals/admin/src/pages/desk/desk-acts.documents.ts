import { graphql } from '#ui/graphql/graphql.ts';

export const ticketReplyMutation = graphql(`
  mutation AdminTicketReply($input: TicketReplyInput!) {
    ticketReply(input: $input) {
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

export const ticketNoteMutation = graphql(`
  mutation AdminTicketNote($input: TicketTextInput!) {
    ticketNote(input: $input) {
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

export const ticketResolveMutation = graphql(`
  mutation AdminTicketResolve($input: TicketResolveInput!) {
    ticketResolve(input: $input) {
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

export const ticketCloseMutation = graphql(`
  mutation AdminTicketClose($input: TicketActInput!) {
    ticketClose(input: $input) {
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

export const ticketReopenMutation = graphql(`
  mutation AdminTicketReopen($input: TicketActInput!) {
    ticketReopen(input: $input) {
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

export const ticketPrioritiseMutation = graphql(`
  mutation AdminTicketPrioritise($input: TicketPrioritiseInput!) {
    ticketPrioritise(input: $input) {
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

export const ticketAssignMutation = graphql(`
  mutation AdminTicketAssign($input: TicketAssignInput!) {
    ticketAssign(input: $input) {
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

export const ticketMergeMutation = graphql(`
  mutation AdminTicketMerge($input: TicketMergeInput!) {
    ticketMerge(input: $input) {
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

export const ticketUnmergeMutation = graphql(`
  mutation AdminTicketUnmerge($input: TicketUnmergeInput!) {
    ticketUnmerge(input: $input) {
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

export const ticketSplitMutation = graphql(`
  mutation AdminTicketSplit($input: TicketSplitInput!) {
    ticketSplit(input: $input) {
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

export const ticketTakeMutation = graphql(`
  mutation AdminTicketTake($input: TicketTakeInput!) {
    ticketTake(input: $input) {
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

export const mailFileMutation = graphql(`
  mutation AdminMailFile($input: MailFileInput!) {
    mailFile(input: $input) {
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

export const mailIgnoreMutation = graphql(`
  mutation AdminMailIgnore($input: MailIgnoreInput!) {
    mailIgnore(input: $input) {
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const policySaveMutation = graphql(`
  mutation AdminServicePolicySave($input: ServicePolicySaveInput!) {
    servicePolicySave(input: $input) {
      policy {
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
