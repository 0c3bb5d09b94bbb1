import { graphql } from '#ui/graphql/graphql.ts';
import type { ResultOf } from '#ui/graphql/graphql.ts';

export const queuesQuery = graphql(`
  query AdminServiceQueues {
    serviceQueues(first: 100) {
      nodes {
        id
        name
      }
    }
  }
`);

export const queuesInUseQuery = graphql(`
  query AdminQueuesInUse {
    serviceQueues(first: 100, isActive: true) {
      nodes {
        id
        name
      }
    }
  }
`);

export const queueRowsQuery = graphql(`
  query AdminQueueRows {
    serviceQueues(first: 100) {
      nodes {
        id
        code
        name
        nameEn
        nameZh
        policyCode
        isDefault
        isActive
        version
        openTickets
        agents {
          id
          person {
            id
            name
          }
        }
      }
    }
  }
`);

export const queueFormQuery = graphql(`
  query AdminQueueForm {
    servicePolicies(first: 100) {
      nodes {
        id
        code
        name
      }
    }
    serviceAgents(first: 100) {
      nodes {
        id
        person {
          id
          name
        }
      }
    }
  }
`);

export const categoriesQuery = graphql(`
  query AdminServiceCategories {
    serviceCategories(first: 100, isActive: null) {
      nodes {
        id
        code
        name
        nameEn
        nameZh
        skill
        isActive
        version
        queue {
          id
          name
        }
      }
    }
  }
`);

export const offeredRepliesQuery = graphql(`
  query AdminOfferedReplies($queueId: ID) {
    cannedReplies(first: 100, isActive: true, queueId: $queueId) {
      nodes {
        id
        titleEn
        titleZh
        bodyEn
        bodyZh
      }
    }
  }
`);

export const repliesQuery = graphql(`
  query AdminCannedReplies($first: Int!, $after: String) {
    cannedReplies(first: $first, after: $after) {
      edges {
        node {
          id
          code
          titleEn
          titleZh
          bodyEn
          bodyZh
          isActive
          version
          queue {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const agentsQuery = graphql(`
  query AdminServiceAgents($first: Int!, $after: String) {
    serviceAgents(first: $first, after: $after) {
      edges {
        node {
          id
          skills
          capacity
          isAvailable
          openTickets
          version
          person {
            id
            name
          }
          queues {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const colleaguesQuery = graphql(`
  query AdminDeskColleagues($organisationId: ID) {
    memberships(first: 100, organisationId: $organisationId, isActive: true) {
      nodes {
        id
        person {
          id
          name
        }
      }
    }
  }
`);

export const statusesQuery = graphql(`
  query AdminTicketStatuses {
    ticketStatuses(isWhole: true) {
      code
      name
      nameEn
      nameZh
      category
      isActive
      isBuiltIn
      version
    }
  }
`);

export type CannedReply = ResultOf<typeof repliesQuery>['cannedReplies']['edges'][number]['node'];
export type AgentRow = ResultOf<typeof agentsQuery>['serviceAgents']['edges'][number]['node'];
export type StatusRow = ResultOf<typeof statusesQuery>['ticketStatuses'][number];
export type Queue = ResultOf<typeof queueRowsQuery>['serviceQueues']['nodes'][number];
export type Category = ResultOf<typeof categoriesQuery>['serviceCategories']['nodes'][number];
