import type { Module } from '../../platform/module.ts';
import { ApiKey } from './api-key/api-key.entity.ts';
import { identityCommands } from './identity.commands.ts';
import { Invitation } from './invitation/invitation.entity.ts';
import { InvitationResolver } from './invitation/invitation.resolver.ts';
import { Organisation } from './organisation/organisation.entity.ts';
import { OrganisationResolver } from './organisation/organisation.resolver.ts';
import { Passkey } from './passkey/passkey.entity.ts';
import { Membership } from './person/membership.entity.ts';
import { MembershipResolver } from './person/membership.resolver.ts';
import { Person } from './person/person.entity.ts';
import { PersonResolver } from './person/person.resolver.ts';
import { Session } from './session/session.entity.ts';
import { sweepSessions } from './session/session.jobs.ts';
import { SessionResolver } from './session/session.resolver.ts';
import { SignInFailure } from './session/sign-in-failure.entity.ts';
import { ViewerResolver } from './session/viewer.resolver.ts';
import { SingleSignOn } from './single-sign-on/single-sign-on.entity.ts';

export const identity: Module = {
  name: 'identity',
  entities: [Organisation, Person, Membership, Invitation, SingleSignOn, Session, SignInFailure, Passkey, ApiKey],
  resolvers: [
    OrganisationResolver,
    PersonResolver,
    MembershipResolver,
    InvitationResolver,
    ViewerResolver,
    SessionResolver,
  ],
  actions: {
    'identity.organisation.register': ['ADMIN', 'BUYER', 'SALES'],
    'identity.organisation.change': ['ADMIN', 'BUYER', 'SALES'],
    'identity.membership.change': ['ADMIN', 'SUPPLIER_ADMIN', 'CUSTOMER_ADMIN'],
    'identity.invitation.create': ['ADMIN', 'SUPPLIER_ADMIN', 'CUSTOMER_ADMIN'],
  },
  jobs: [sweepSessions],
  commands: identityCommands,
};
