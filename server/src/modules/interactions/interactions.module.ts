import type { Module } from '../../platform/module.ts';
import './privacy/contact.personal.ts';
import { ContactResolver } from './contact/contact.resolver.ts';
import { Contact } from './contact/contact.entity.ts';
import { InteractionResolver } from './interaction/interaction.resolver.ts';
import { interactionsJobs } from './interactions.jobs.ts';
import { mailRoutes } from './mail/mail.routes.ts';
import { PreferencesResolver } from './contact/preferences.resolver.ts';
import { OutgoingMessageResolver } from './sending/outgoing-message.resolver.ts';

export const interactions: Module = {
  name: 'interactions',
  entities: [Contact],
  resolvers: [ContactResolver, PreferencesResolver, InteractionResolver, OutgoingMessageResolver],
  actions: {
    'interactions.contact.save': ['ADMIN', 'SALES', 'SERVICE', 'BUYER'],
    'interactions.consent.record': ['ADMIN', 'SALES', 'SERVICE'],
    'interactions.interaction.record': ['ADMIN', 'SALES', 'SERVICE', 'BUYER', 'PLANNER'],
    'interactions.preferences.save': [
      'SUPPLIER_ADMIN',
      'SUPPLIER_PLANNER',
      'SUPPLIER_SHIPPING',
      'SUPPLIER_VIEWER',
      'CUSTOMER_ADMIN',
      'CUSTOMER_BUYER',
      'CUSTOMER_VIEWER',
    ],
  },
  jobs: interactionsJobs,
  routes: mailRoutes,
};
