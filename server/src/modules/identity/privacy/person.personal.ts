import { sql } from 'kysely';
import { ERASED, keepsPersonalData } from '../../../platform/access/personal-data.ts';
import type { Work } from '../../../platform/db/work.ts';
import { forgiveAccount } from '../session/sign-in-guard.service.ts';

const rowsOf = async (work: Work, query: ReturnType<typeof sql<object>>): Promise<object[]> =>
  (await query.execute(work.sql)).rows;

keepsPersonalData({
  name: 'person',
  gather: (work, id) =>
    rowsOf(
      work,
      sql<object>`select id, name, email, locale, time_zone, is_active, created_at, password_changed_at from identity_person where id = ${id}`,
    ),
  erase: async (work, id) => {
    // Invitations and counted failures go by the e-mail, which is still known here.
    const { rows } = await sql<{ email: string }>`select email from identity_person where id = ${id}`.execute(work.sql);
    const email = rows[0]?.email ?? '';
    await sql`
      update identity_invitation set email = 'erased-' || id || '@erased.invalid' where email = ${email}`.execute(
      work.sql,
    );
    await forgiveAccount(work, email);
    await sql`
      update identity_person set name = ${ERASED}, email = 'erased-' || id || '@erased.invalid', password_hash = null,
        password_changed_at = null, time_zone = null, is_active = false where id = ${id}`.execute(work.sql);
  },
});

keepsPersonalData({
  name: 'memberships',
  gather: (work, id) =>
    rowsOf(
      work,
      sql<object>`select o.name as organisation, m.audience, m.roles, m.is_active, m.created_at
        from identity_membership m join identity_organisation o on o.id = m.organisation_id where m.person_id = ${id} order by m.created_at`,
    ),
  erase: async (work, id) => {
    await sql`update identity_membership set is_active = false, version = version + 1 where person_id = ${id} and is_active`.execute(
      work.sql,
    );
  },
});

keepsPersonalData({
  name: 'sessions',
  gather: (work, id) =>
    rowsOf(
      work,
      sql<object>`select created_at, last_seen_at, expires_at, revoked_at, user_agent, remote_address from identity_session where person_id = ${id} order by created_at`,
    ),
  erase: async (work, id) => {
    await sql`delete from identity_session where person_id = ${id}`.execute(work.sql);
    await sql`update identity_session set impersonated_by_name = ${ERASED} where impersonated_by_person_id = ${id}`.execute(
      work.sql,
    );
  },
});

keepsPersonalData({
  name: 'passkeys',
  gather: (work, id) =>
    rowsOf(
      work,
      sql<object>`select name, created_at, last_used_at from identity_passkey where person_id = ${id} order by created_at`,
    ),
  erase: async (work, id) => {
    await sql`delete from identity_challenge where person_id = ${id}`.execute(work.sql);
    await sql`delete from identity_passkey where person_id = ${id}`.execute(work.sql);
    await sql`delete from identity_authenticator_app where person_id = ${id}`.execute(work.sql);
    await sql`delete from identity_recovery_code where person_id = ${id}`.execute(work.sql);
    await sql`delete from identity_password_reset where person_id = ${id}`.execute(work.sql);
    await sql`delete from identity_sign_on_subject where person_id = ${id}`.execute(work.sql);
  },
});

keepsPersonalData({
  name: 'audit',
  gather: (work, id) =>
    rowsOf(
      work,
      sql<object>`select act, subject_type, subject_id, occurred_at, remote_address from platform_audit_entry
        where ${id}::uuid in (actor_person_id, on_behalf_of_person_id) order by occurred_at`,
    ),
  erase: async (work, id) => {
    await sql`select app_audit_erase(${id}::uuid)`.execute(work.sql);
  },
});
