import type { Module } from '../../platform/module.ts';
import { Organisation } from './organisation/organisation.entity.ts';
import { OrganisationResolver } from './organisation/organisation.resolver.ts';
import { Membership } from './person/membership.entity.ts';
import { Person } from './person/person.entity.ts';

export const identity: Module = {
  name: 'identity',
  entities: [Organisation, Person, Membership],
  resolvers: [OrganisationResolver],
  actions: {},
};
