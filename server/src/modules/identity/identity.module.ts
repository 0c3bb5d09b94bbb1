import type { Module } from '../../platform/module.ts';
import { ApiKey } from './api-key/api-key.entity.ts';
import { ApiKeyResolver } from './api-key/api-key.resolver.ts';
import { sendPasswordReset } from './credential/password-reset.jobs.ts';
import { PasswordResolver } from './credential/password.resolver.ts';
import { identityCommands } from './identity.commands.ts';
import { ImpersonationResolver } from './impersonation/impersonation.resolver.ts';
import { Invitation } from './invitation/invitation.entity.ts';
import { InvitationResolver } from './invitation/invitation.resolver.ts';
import { sendNotice } from './mail/letter.jobs.ts';
import { Organisation } from './organisation/organisation.entity.ts';
import { OrganisationResolver } from './organisation/organisation.resolver.ts';
import { Passkey } from './passkey/passkey.entity.ts';
import { PasskeyResolver } from './passkey/passkey.resolver.ts';
import { Membership } from './person/membership.entity.ts';
import { MembershipResolver } from './person/membership.resolver.ts';
import { Person } from './person/person.entity.ts';
import { PersonResolver } from './person/person.resolver.ts';
import { privacyCommands } from './privacy/privacy.commands.ts';
import { PrivacyResolver } from './privacy/privacy.resolver.ts';
import { SecurityResolver } from './second-factor/security.resolver.ts';
import { Session } from './session/session.entity.ts';
import { sweepSessions } from './session/session.jobs.ts';
import { SessionResolver } from './session/session.resolver.ts';
import { SignInFailure } from './session/sign-in-failure.entity.ts';
import { ViewerResolver } from './session/viewer.resolver.ts';
import { SingleSignOn } from './single-sign-on/single-sign-on.entity.ts';
import { SingleSignOnResolver } from './single-sign-on/single-sign-on.resolver.ts';

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
    PasswordResolver,
    SecurityResolver,
    PasskeyResolver,
    ApiKeyResolver,
    SingleSignOnResolver,
    ImpersonationResolver,
    PrivacyResolver,
  ],
  actions: {
    'identity.organisation.register': ['ADMIN', 'BUYER', 'SALES'],
    'identity.organisation.change': ['ADMIN', 'BUYER', 'SALES'],
    'identity.membership.change': ['ADMIN', 'SUPPLIER_ADMIN', 'CUSTOMER_ADMIN'],
    'identity.invitation.create': ['ADMIN', 'SUPPLIER_ADMIN', 'CUSTOMER_ADMIN'],
    'identity.second_factor.require': ['ADMIN', 'SUPPLIER_ADMIN', 'CUSTOMER_ADMIN'],
    'identity.api_key.change': ['ADMIN', 'SUPPLIER_ADMIN', 'CUSTOMER_ADMIN'],
    'identity.single_sign_on.change': ['ADMIN', 'SUPPLIER_ADMIN', 'CUSTOMER_ADMIN'],
    'identity.privacy.answer': ['ADMIN'],
    'identity.audit.read': ['ADMIN', 'SUPPLIER_ADMIN', 'CUSTOMER_ADMIN'],
    'identity.impersonation.begin': ['ADMIN', 'SERVICE'],
  },
  jobs: [sweepSessions, sendPasswordReset, sendNotice],
  commands: (program, open) => {
    identityCommands(program, open);
    privacyCommands(program, open);
  },
};
