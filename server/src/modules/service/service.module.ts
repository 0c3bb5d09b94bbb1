import type { Role } from '../../platform/access/role.ts';
import type { Module } from '../../platform/module.ts';
import './fields/order-line.fields.ts';
import './fields/queue-agents.fields.ts';
import './privacy/ticket.personal.ts';
import { DeskResolver } from './desk/desk.resolver.ts';
import { Article } from './knowledge/article.entity.ts';
import { ArticleActsResolver } from './knowledge/article-acts.resolver.ts';
import { ArticleResolver } from './knowledge/article.resolver.ts';
import { serviceJobs } from './service.jobs.ts';
import { serviceSubscribers } from './service.subscribers.ts';
import { AgentResolver } from './setup/agent.resolver.ts';
import { BusinessTimeResolver } from './setup/business-time.resolver.ts';
import { CannedReplyResolver } from './setup/canned-reply.resolver.ts';
import { CategoryResolver } from './setup/category.resolver.ts';
import { QueueResolver } from './setup/queue.resolver.ts';
import { ServiceSetupActsResolver } from './setup/setup-acts.resolver.ts';
import { ServiceSetupResolver } from './setup/setup.resolver.ts';
import { StatusResolver } from './setup/status.resolver.ts';
import { SuggestionResolver } from './suggestion/suggestion.resolver.ts';
import { ticketFileRoutes } from './ticket/ticket-files.routes.ts';
import { TicketActsResolver } from './ticket/ticket-acts.resolver.ts';
import { TicketJoiningResolver } from './ticket/ticket-joining.resolver.ts';
import { TicketPartyResolver } from './ticket/ticket-party.resolver.ts';
import { Ticket } from './ticket/ticket.entity.ts';
import { TicketResolver } from './ticket/ticket.resolver.ts';
import { TimelineResolver } from './timeline/timeline.resolver.ts';

const DESK: readonly Role[] = ['ADMIN', 'SERVICE', 'SALES', 'BUYER'];
const WRITERS: readonly Role[] = ['ADMIN', 'SERVICE'];
const PARTIES: readonly Role[] = [
  'SUPPLIER_ADMIN',
  'SUPPLIER_PLANNER',
  'SUPPLIER_SHIPPING',
  'CUSTOMER_ADMIN',
  'CUSTOMER_BUYER',
];
const READERS: readonly Role[] = ['SUPPLIER_VIEWER', 'CUSTOMER_VIEWER'];

export const service: Module = {
  name: 'service',
  entities: [Ticket, Article],
  resolvers: [
    TicketResolver,
    TicketPartyResolver,
    TicketActsResolver,
    TicketJoiningResolver,
    ServiceSetupResolver,
    ServiceSetupActsResolver,
    StatusResolver,
    QueueResolver,
    CategoryResolver,
    AgentResolver,
    CannedReplyResolver,
    BusinessTimeResolver,
    ArticleResolver,
    ArticleActsResolver,
    DeskResolver,
    SuggestionResolver,
    TimelineResolver,
  ],
  actions: {
    'service.ticket.open': PARTIES,
    'service.ticket.write': PARTIES,
    'service.ticket.rate': PARTIES,
    'service.ticket.take': DESK,
    'service.ticket.reply': DESK,
    'service.ticket.note': DESK,
    'service.ticket.set_status': DESK,
    'service.ticket.resolve': DESK,
    'service.ticket.close': DESK,
    'service.ticket.reopen': DESK,
    'service.ticket.prioritise': DESK,
    'service.ticket.assign': DESK,
    'service.ticket.link': DESK,
    'service.ticket.merge': WRITERS,
    'service.ticket.unmerge': WRITERS,
    'service.ticket.split': WRITERS,
    'service.mail.file': DESK,
    'service.setup.change': ['ADMIN'],
    'service.article.read': [...DESK, ...PARTIES, ...READERS, 'PLANNER', 'WAREHOUSE', 'FINANCE', 'VIEWER'],
    'service.article.save': WRITERS,
    'service.article.submit': WRITERS,
    'service.article.publish': WRITERS,
    'service.article.archive': WRITERS,
    'service.article.revise': WRITERS,
  },
  subscribers: serviceSubscribers,
  jobs: serviceJobs,
  routes: ticketFileRoutes,
};
