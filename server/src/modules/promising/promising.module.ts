import type { Module } from '../../platform/module.ts';
import { CatalogueResolver } from './catalogue/catalogue.resolver.ts';
import { PromiseNotice } from './notice/promise-notice.entity.ts';
import { promisingJobs } from './promising.jobs.ts';
import { promisingSubscribers } from './promising.subscribers.ts';

export const promising: Module = {
  name: 'promising',
  entities: [PromiseNotice],
  resolvers: [CatalogueResolver],
  actions: {},
  subscribers: promisingSubscribers,
  jobs: promisingJobs,
};
