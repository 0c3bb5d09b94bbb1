import { sql } from 'kysely';
import { systemActor, type Actor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { settingsOf } from '../../../platform/settings.ts';
import { Invalid, InvalidCredentials, InvitationGone } from '../identity.errors.ts';
import { ensureMembership } from '../person/accounts.service.ts';
import { Membership } from '../person/membership.entity.ts';
import { hashPassword, isPassword } from '../person/password.service.ts';
import { Person } from '../person/person.entity.ts';
import { hashOf } from '../session/session-token.service.ts';
import { enter, type Entry } from '../session/entry.service.ts';
import { endVisit } from '../session/sessions.service.ts';
import { beginAttempt, forgive, type Attempt } from '../session/sign-in-guard.service.ts';
import { Invitation } from './invitation.entity.ts';
import { findOpenInvitation } from './invitation.reads.ts';

export interface Acceptance {
  readonly token: string;
  readonly name: string;
  readonly password: string;
}

/** Who accepts: a new person, or the one whose account it is, proven by its password. */
type Acceptor = { readonly passwordHash: string } | { readonly personId: string; readonly attempt: Attempt };

/**
 * Makes the invited person a member and signs him in, once, as a sign-in by password would. An e-mail with an account
 * needs that account's password: holding a link is not enough to act as somebody who is already known.
 * @throws InvitationGone, InvalidCredentials, TooManyAttempts, WeakPassword, Invalid
 */
export async function acceptInvitation(
  database: Database,
  visitor: Actor,
  userAgent: string | null,
  acceptance: Acceptance,
): Promise<Entry> {
  const acceptor = await proveAcceptor(database, visitor, acceptance);
  return database.transact(systemActor('sign-in', visitor.remoteAddress), async (work) => {
    const invitation = await lockOpenInvitation(work, acceptance.token);
    invitation.acceptedAt = work.clock.now();
    const person = await personOf(work, acceptor, invitation.email, acceptance.name.trim());
    const { id } = await join(work, person, invitation);
    await endVisit(work, visitor);
    work.nameAct('invitationAccept', 'Invitation', invitation.id);
    await work.em.flush();
    const device = { userAgent, remoteAddress: visitor.remoteAddress };
    return enter(work, settingsOf(database).secret, { personId: person.id, membershipId: id }, device);
  });
}

async function proveAcceptor(
  database: Database,
  visitor: Actor,
  { token, name, password }: Acceptance,
): Promise<Acceptor> {
  const offer = await database.transact(systemActor('sign-in'), (work) => findOpenInvitation(work, token), 'read');
  if (!offer) throw new InvitationGone({}, ['input', 'token']);
  if (!offer.personId) {
    if (name.trim() === '' || name.length > 200) throw new Invalid({}, ['input', 'name']);
    return { passwordHash: await hashPassword(password, ['input', 'password']) };
  }
  const attempt = await beginAttempt(database, offer.email, visitor.remoteAddress);
  if (!(await isPassword(offer.passwordHash, password))) throw new InvalidCredentials({}, ['input', 'password']);
  return { personId: offer.personId, attempt };
}

/** Two who accept at once wait for each other, and the second finds it used. */
async function lockOpenInvitation(work: Work, token: string): Promise<Invitation> {
  const { rows } = await sql<{ id: string }>`
    select id from identity_invitation
    where token_hash = ${hashOf(token)} and accepted_at is null and revoked_at is null and expires_at > ${work.clock.now()}::timestamptz
    for update`.execute(work.sql);
  const [open] = rows;
  if (!open) throw new InvitationGone({}, ['input', 'token']);
  return work.em.findOneOrFail(Invitation, open.id, { populate: ['organisation'] });
}

async function personOf(work: Work, acceptor: Acceptor, email: string, name: string): Promise<Person> {
  if ('personId' in acceptor) {
    await forgive(work, acceptor.attempt);
    return work.em.findOneOrFail(Person, { id: acceptor.personId, isActive: true });
  }
  const person = Object.assign(new Person(), { email, name, passwordHash: acceptor.passwordHash });
  work.em.persist(person);
  return person;
}

/** Roles already held at that place stay. */
async function join(work: Work, person: Person, { organisation, audience, roles }: Invitation): Promise<Membership> {
  const held = await work.em.findOne(Membership, {
    person: person.id,
    organisation: organisation.id,
    audience,
    isActive: true,
  });
  return ensureMembership(work, person, organisation, audience, [...(held?.roles ?? []), ...roles]);
}
