import type { Audience } from '../../../platform/access/actor.ts';
import type { Role } from '../../../platform/access/role.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { Invalid } from '../identity.errors.ts';
import { membershipChanged } from '../identity.events.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { endSessionsOf } from '../session/sessions.service.ts';
import { parseEmail } from './email.calc.ts';
import { Membership } from './membership.entity.ts';
import { checkRoles, checkSide } from './membership.policy.ts';
import { hashPassword, isPassword } from './password.service.ts';
import { Person } from './person.entity.ts';

export interface Account {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly organisationId: string;
  readonly audience: Audience;
  readonly roles: readonly Role[];
}

/**
 * Makes it so that this person can sign in with this password and holds these roles there; asked again, it changes
 * nothing. For the operator and the demo, who may say so without an invitation.
 */
export async function ensureAccount(
  work: Work,
  { email, name, password, organisationId, audience, roles }: Account,
): Promise<{ personId: string; membershipId: string }> {
  const organisation = await work.em.findOne(Organisation, organisationId);
  if (!organisation) throw new NotFound({}, ['organisationId']);
  checkSide(organisation, audience, ['audience']);
  const person = await ensurePerson(work, email, name, password);
  const membership = await ensureMembership(work, person, organisation, audience, roles);
  await work.em.flush();
  return { personId: person.id, membershipId: membership.id };
}

async function ensurePerson(work: Work, address: string, name: string, password: string): Promise<Person> {
  const email = parseEmail(address);
  if (!email) throw new Invalid({}, ['email']);
  const known = await work.em.findOne(Person, { email });
  const person = known ?? Object.assign(new Person(), { email, name });
  if (!(await isPassword(person.passwordHash, password))) {
    person.passwordHash = await hashPassword(password, ['password']);
    if (known) await endSessionsOf(work, person.id);
  }
  person.isActive = true;
  work.em.persist(person);
  return person;
}

/** The person's place on that side, with exactly these roles. */
export async function ensureMembership(
  work: Work,
  person: Person,
  organisation: Organisation,
  audience: Audience,
  roles: readonly Role[],
): Promise<Membership> {
  const wanted = checkRoles(audience, roles, ['roles']);
  const known = await work.em.findOne(Membership, {
    person: person.id,
    organisation: organisation.id,
    audience,
  });
  const isSame =
    known?.isActive && wanted.length === known.roles.length && wanted.every((role) => known.roles.includes(role));
  if (known && isSame) return known;
  const membership = known ?? Object.assign(new Membership(), { person, organisation, audience });
  Object.assign(membership, { roles: wanted, isActive: true });
  work.em.persist(membership);
  work.record(membershipChanged(membership));
  return membership;
}
