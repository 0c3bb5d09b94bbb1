import { newId } from '../../../server/src/kernel/id.ts';
import { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import { Membership } from '../../../server/src/modules/identity/person/membership.entity.ts';
import { hashPassword } from '../../../server/src/modules/identity/person/password.service.ts';
import { Person } from '../../../server/src/modules/identity/person/person.entity.ts';
import { openSession } from '../../../server/src/modules/identity/session/sessions.service.ts';
import type { Actor, Audience } from '../../../server/src/platform/access/actor.ts';
import { ROLES, type Role } from '../../../server/src/platform/access/role.ts';
import { actionsFor, type TestApp } from '../app.ts';

// All of one length: they sort as they were made, and none begins another.
let serial = 10_000;

type OrganisationKind = 'company' | 'supplier' | 'customer';

/** An organisation; the company is made once per database. */
export async function anOrganisation(
  app: TestApp,
  kind: OrganisationKind,
  name = `${kind} ${++serial}`,
): Promise<Organisation> {
  return app.prepare(async ({ em }) => {
    const existing = kind === 'company' ? await em.findOne(Organisation, { isCompany: true }) : null;
    if (existing) return existing;
    const organisation = Object.assign(new Organisation(), {
      number: `${kind.slice(0, 3).toUpperCase()}-${++serial}-${newId().slice(-4)}`,
      name,
      isCompany: kind === 'company',
      isSupplier: kind === 'supplier',
      isCustomer: kind === 'customer',
    });
    em.persist(organisation);
    return organisation;
  });
}

/** Somebody with these roles at that organisation, ready to act. */
export async function anActor(app: TestApp, organisation: Organisation, ...roles: Role[]): Promise<Actor> {
  const audience: Audience = ROLES[roles[0] ?? 'VIEWER'];
  return app.prepare(async ({ em }) => {
    const person = Object.assign(new Person(), {
      name: `Person ${++serial}`,
      email: `person-${serial}-${newId().slice(-6)}@example.com`,
    });
    const membership = Object.assign(new Membership(), {
      person,
      organisation: em.getReference(Organisation, organisation.id),
      audience,
      roles,
    });
    em.persist([person, membership]);
    return {
      audience,
      personId: person.id,
      organisationId: organisation.id,
      membershipId: membership.id,
      sessionId: null,
      name: person.name,
      actions: actionsFor(roles),
      locale: 'en',
      remoteAddress: '127.0.0.1',
    };
  });
}

export const PASSWORD = 'correct horse battery';
const kept = hashPassword(PASSWORD);

/** Lets an actor sign in with PASSWORD; gives back his e-mail. */
export async function withPassword(app: TestApp, { personId }: Actor): Promise<string> {
  const passwordHash = await kept;
  return app.prepare(async ({ em }) => {
    const person = await em.findOneOrFail(Person, personId ?? '');
    person.passwordHash = passwordHash;
    return person.email;
  });
}

/** Another place for the same person. */
export async function alsoAt(
  app: TestApp,
  actor: Actor,
  organisation: Organisation,
  ...roles: Role[]
): Promise<string> {
  return app.prepare(async ({ em }) => {
    const membership = Object.assign(new Membership(), {
      person: em.getReference(Person, actor.personId ?? ''),
      organisation: em.getReference(Organisation, organisation.id),
      audience: ROLES[roles[0] ?? 'VIEWER'],
      roles,
    });
    em.persist(membership);
    return membership.id;
  });
}

/** The actor as he is after signing in: with a session. Its token is the cookie of the app's response. */
export async function signedIn(app: TestApp, { personId, membershipId }: Actor): Promise<Actor> {
  const { token, endsAt } = await app.prepare((work) =>
    Promise.resolve(openSession(work, personId ?? '', membershipId ?? '', { userAgent: 'test', remoteAddress: null })),
  );
  app.response.setSessionCookie(token, endsAt);
  return app.response.actorOf(token);
}
