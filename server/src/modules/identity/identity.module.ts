import type { Module } from '../../platform/module.ts';
import { Organisation } from './organisation/organisation.entity.ts';
import { OrganisationResolver } from './organisation/organisation.resolver.ts';
import { Membership } from './person/membership.entity.ts';
import { Person } from './person/person.entity.ts';
import { Session } from './session/session.entity.ts';
import { SignInFailure } from './session/sign-in-failure.entity.ts';
import { ViewerResolver } from './session/viewer.resolver.ts';

export const identity: Module = {
  name: 'identity',
  entities: [Organisation, Person, Membership, Session, SignInFailure],
  resolvers: [OrganisationResolver, ViewerResolver],
  actions: {},
};
