import { sql } from 'kysely';
import type { Audience } from '../../../platform/access/actor.ts';
import type { Work } from '../../../platform/db/work.ts';

/** A provider that is in use, with its sealed secret. */
export interface Connection {
  readonly id: string;
  readonly organisationId: string;
  readonly audience: Audience;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** By an e-mail, whose domain counts, or by the number of an organisation. */
export interface Wanted {
  readonly portal: Audience;
  readonly email?: string | null | undefined;
  readonly organisationNumber?: string | null | undefined;
}

export async function findConnection(work: Work, wanted: Wanted | { id: string }): Promise<Connection | undefined> {
  const { rows } = await sql<Connection>`
    select s.id, s.organisation_id as "organisationId", s.audience, s.issuer, s.client_id as "clientId", s.client_secret as "clientSecret"
    from identity_single_sign_on s join identity_organisation o on o.id = s.organisation_id and o.is_active
    where s.is_active and ${'id' in wanted ? sql`s.id = ${wanted.id}` : byName(wanted)}
    limit 1`.execute(work.sql);
  return rows[0];
}

function byName({ portal, email, organisationNumber }: Wanted) {
  const domain = (email ?? '').split('@').at(-1)?.trim().toLowerCase() ?? '';
  return organisationNumber
    ? sql`s.audience = ${portal} and o.number = ${organisationNumber.trim()}`
    : sql`s.id = (select d.single_sign_on_id from identity_sign_on_domain d where d.audience = ${portal} and d.domain = ${domain})`;
}
