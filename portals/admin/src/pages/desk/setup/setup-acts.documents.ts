import { graphql } from '#ui/graphql/graphql.ts';

export const cannedReplySaveMutation = graphql(`
  mutation AdminCannedReplySave($input: CannedReplySaveInput!) {
    cannedReplySave(input: $input) {
      reply {
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

export const agentSaveMutation = graphql(`
  mutation AdminAgentSave($input: AgentSaveInput!) {
    agentSave(input: $input) {
      agent {
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

export const statusSaveMutation = graphql(`
  mutation AdminTicketStatusSave($input: TicketStatusSaveInput!) {
    ticketStatusSave(input: $input) {
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const statusOrderMutation = graphql(`
  mutation AdminTicketStatusOrder($input: TicketStatusOrderInput!) {
    ticketStatusOrder(input: $input) {
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const queueSaveMutation = graphql(`
  mutation AdminServiceQueueSave($input: ServiceQueueSaveInput!) {
    serviceQueueSave(input: $input) {
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const queueOrderMutation = graphql(`
  mutation AdminServiceQueueOrder($input: ServiceOrderInput!) {
    serviceQueueOrder(input: $input) {
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const categorySaveMutation = graphql(`
  mutation AdminServiceCategorySave($input: ServiceCategorySaveInput!) {
    serviceCategorySave(input: $input) {
      userErrors {
        code
        message
        path
      }
    }
  }
`);

export const categoryOrderMutation = graphql(`
  mutation AdminServiceCategoryOrder($input: ServiceOrderInput!) {
    serviceCategoryOrder(input: $input) {
      userErrors {
        code
        message
        path
      }
    }
  }
`);
