import { sql } from 'kysely';
import type { Role } from '../../../platform/access/role.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { LastAdmin } from '../identity.errors.ts';
import { membershipChanged } from '../identity.events.ts';
import { Membership } from './membership.entity.ts';
import { ADMIN_OF, checkRoles, looksAfter } from './membership.policy.ts';

const PATH = ['input', 'membershipId'];

/** Gives a membership other roles. @throws NotFound, StaleObject, WrongRole, LastAdmin */
export async function changeRoles(
  work: Work,
  id: string,
  roles: readonly Role[],
  expectedVersion: number | null,
): Promise<Membership> {
  const membership = await lockForChange(work, id);
  if (expectedVersion !== null && expectedVersion !== membership.version)
    throw new StaleObject({}, ['input', 'expectedVersion']);
  const wanted = checkRoles(membership.audience, roles, ['input', 'roles']);
  if (!wanted.includes(ADMIN_OF[membership.audience])) await keepAnAdmin(work, membership, ['input', 'roles']);
  membership.roles = wanted;
  work.record(membershipChanged(membership));
  return membership;
}

/** Ends what somebody is for an organisation; his sessions there end with it. @throws NotFound, LastAdmin */
export async function deactivate(work: Work, id: string): Promise<Membership> {
  const membership = await lockForChange(work, id);
  await keepAnAdmin(work, membership, PATH);
  if (!membership.isActive) return membership;
  membership.isActive = false;
  work.record(membershipChanged(membership));
  return membership;
}

/** The membership, once nobody else is changing one of that organisation: two admins must not remove each other. */
async function lockForChange(work: Work, id: string): Promise<Membership> {
  await sql`
    select o.id from identity_organisation o join identity_membership m on m.organisation_id = o.id
    where m.id = ${id} for update of o`.execute(work.sql);
  const membership = await work.em.findOne(Membership, id);
  if (!membership || !looksAfter(work.actor, membership.organisation.id, membership.audience))
    throw new NotFound({}, PATH);
  return membership;
}

async function keepAnAdmin(work: Work, membership: Membership, path: readonly string[]): Promise<void> {
  const admin = ADMIN_OF[membership.audience];
  if (!membership.isActive || !membership.roles.includes(admin)) return;
  const { rows } = await sql`
    select m.id from identity_membership m join identity_person p on p.id = m.person_id
    where m.organisation_id = ${membership.organisation.id} and m.audience = ${membership.audience} and m.id <> ${membership.id}
      and m.is_active and p.is_active and ${admin} = any(m.roles)
    limit 1`.execute(work.sql);
  if (rows.length === 0) throw new LastAdmin({}, path);
}
