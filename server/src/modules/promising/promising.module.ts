import type { Module } from '../../platform/module.ts';
import './fields/order-line.fields.ts';
import './fields/return-line.fields.ts';
import './fields/supply.fields.ts';
import { CatalogueResolver } from './catalogue/catalogue.resolver.ts';
import { PromiseNotice } from './notice/promise-notice.entity.ts';
import { SlipImpactResolver } from './impact/slip-impact.resolver.ts';
import { PromiseNoticeResolver } from './notice/promise-notice.resolver.ts';
import { promisingJobs } from './promising.jobs.ts';
import { promisingSubscribers } from './promising.subscribers.ts';

export const promising: Module = {
  name: 'promising',
  entities: [PromiseNotice],
  resolvers: [CatalogueResolver, PromiseNoticeResolver, SlipImpactResolver],
  actions: {
    'promising.promise.answer': ['ADMIN', 'SALES', 'SERVICE', 'CUSTOMER_ADMIN', 'CUSTOMER_BUYER'],
  },
  subscribers: promisingSubscribers,
  jobs: promisingJobs,
};
