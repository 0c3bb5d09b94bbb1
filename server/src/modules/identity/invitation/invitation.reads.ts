import { sql } from 'kysely';
import type { Audience } from '../../../platform/access/actor.ts';
import type { Work } from '../../../platform/db/work.ts';
import { list } from '../../../platform/read/list.ts';
import { hashOf } from '../session/session-token.service.ts';
import { invitationShape } from './invitation.shape.ts';

export const invitationList = list(invitationShape, {
  sorts: { NEWEST: { by: (row) => `${row}.created_at`, type: 'timestamptz', direction: 'desc' } },
  filters: {
    organisation: (row, wanted) => `${row}.organisation_id = ${wanted}::uuid`,
    isOpen: (row, wanted) =>
      `(${row}.accepted_at is null and ${row}.revoked_at is null and ${row}.expires_at > now()) = ${wanted}::boolean`,
  },
});

/** An invitation that can be accepted, and the account under its e-mail if there is one. */
export interface OpenInvitation {
  readonly organisationName: string;
  readonly email: string;
  readonly audience: Audience;
  readonly expiresAt: Date;
  readonly personId: string | null;
  readonly passwordHash: string | null;
}

/** What stands behind the token of a link; undefined for an unknown, used, revoked or expired one. */
export async function findOpenInvitation(work: Work, token: string): Promise<OpenInvitation | undefined> {
  const { rows } = await sql<Omit<OpenInvitation, 'expiresAt'> & { expiresAt: string }>`
    select o.name as "organisationName", i.email, i.audience, to_json(i.expires_at) #>> '{}' as "expiresAt",
           p.id as "personId", case when p.is_active then p.password_hash end as "passwordHash"
    from identity_invitation i
    join identity_organisation o on o.id = i.organisation_id and o.is_active
    left join identity_person p on p.email = i.email
    where i.token_hash = ${hashOf(token)} and i.accepted_at is null and i.revoked_at is null
      and i.expires_at > ${work.clock.now()}::timestamptz`.execute(work.sql);
  const [row] = rows;
  return row && { ...row, expiresAt: new Date(row.expiresAt) };
}
