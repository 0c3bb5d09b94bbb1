import { sql } from 'kysely';
import type { Audience } from '../../../platform/access/actor.ts';
import type { Role } from '../../../platform/access/role.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { Invalid, InvitationGone } from '../identity.errors.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { parseEmail } from '../person/email.calc.ts';
import { checkRoles, checkSide, looksAfter, PORTAL_OF } from '../person/membership.policy.ts';
import { Person } from '../person/person.entity.ts';
import { hashOf, newToken } from '../session/session-token.service.ts';
import { Invitation } from './invitation.entity.ts';

const OPEN_MS = 7 * 24 * 3_600_000;

export interface Offer {
  readonly organisationId: string;
  readonly email: string;
  readonly audience: Audience;
  readonly roles: readonly Role[];
}

/**
 * Offers somebody a place; an earlier open offer of the same place ends. `url` is the only copy of its secret.
 * @throws NotFound, WrongSide, WrongRole, Invalid
 */
export async function invite(
  work: Work,
  { organisationId, email: address, audience, roles }: Offer,
): Promise<{ id: string; url: string }> {
  const organisation = await work.em.findOne(Organisation, { id: organisationId, isActive: true });
  if (!organisation || !looksAfter(work.actor, organisationId, audience))
    throw new NotFound({}, ['input', 'organisationId']);
  checkSide(organisation, audience, ['input', 'audience']);
  const email = parseEmail(address);
  if (!email) throw new Invalid({}, ['input', 'email']);
  const now = work.clock.now();
  await sql`
    update identity_invitation set revoked_at = ${now}::timestamptz
    where organisation_id = ${organisationId} and audience = ${audience} and email = ${email}
      and accepted_at is null and revoked_at is null`.execute(work.sql);
  const token = newToken();
  const invitation = Object.assign(new Invitation(), {
    tokenHash: hashOf(token),
    organisation,
    email,
    audience,
    roles: checkRoles(audience, roles, ['input', 'roles']),
    invitedBy: work.actor.personId ? work.em.getReference(Person, work.actor.personId) : null,
    createdAt: now,
    expiresAt: new Date(now.getTime() + OPEN_MS),
  });
  work.em.persist(invitation);
  return { id: invitation.id, url: `/${PORTAL_OF[audience]}/invite/${token}` };
}

/** Takes an offer back. @throws NotFound, InvitationGone once it was accepted. */
export async function revokeInvitation(work: Work, id: string): Promise<void> {
  const path = ['input', 'invitationId'];
  await sql`select id from identity_invitation where id = ${id} for update`.execute(work.sql);
  const invitation = await work.em.findOne(Invitation, id);
  if (!invitation || !looksAfter(work.actor, invitation.organisation.id, invitation.audience))
    throw new NotFound({}, path);
  if (invitation.acceptedAt) throw new InvitationGone({}, path);
  invitation.revokedAt ??= work.clock.now();
}
