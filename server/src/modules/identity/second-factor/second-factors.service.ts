import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { newId } from '../../../kernel/id.ts';
import { seal, unseal } from '../../../platform/access/sealed.ts';
import type { Work } from '../../../platform/db/work.ts';
import { tellPerson } from '../mail/letter.jobs.ts';
import { hashOf } from '../session/session-token.service.ts';
import { stepOf } from './one-time-code.service.ts';

export const APP_PURPOSE = 'authenticator app';
const RECOVERY_CODES = 10;

/** What a person has beside his password. */
export interface Factors {
  readonly hasApp: boolean;
  readonly hasPasskey: boolean;
  readonly hasRecoveryCode: boolean;
}

export async function factorsOf(work: Work, personId: string): Promise<Factors> {
  const { rows } = await sql<Factors>`
    select exists (select from identity_authenticator_app where person_id = ${personId}) as "hasApp",
           exists (select from identity_passkey where person_id = ${personId}) as "hasPasskey",
           exists (select from identity_recovery_code where person_id = ${personId} and used_at is null) as "hasRecoveryCode"`.execute(
    work.sql,
  );
  return rows[0] ?? { hasApp: false, hasPasskey: false, hasRecoveryCode: false };
}

/** From now on the codes of this app count; those up to `step` are used. Whoever it is for is told. */
export async function installApp(
  work: Work,
  installationSecret: string,
  personId: string,
  { secret, step }: { secret: string; step: number },
): Promise<void> {
  await sql`
    insert into identity_authenticator_app (person_id, secret, last_step, created_at)
    values (${personId}, ${seal(installationSecret, APP_PURPOSE, secret)}, ${step}, ${work.clock.now()}::timestamptz)
    on conflict (person_id) do update set secret = excluded.secret, last_step = excluded.last_step, created_at = excluded.created_at`.execute(
    work.sql,
  );
  await tellPerson(work, personId, 'FACTORS_CHANGED');
}

/** Takes a code of the app or a recovery code, once. Whether it was right. */
export async function takeCode(
  work: Work,
  installationSecret: string,
  personId: string,
  code: string,
): Promise<boolean> {
  return (await takeAppCode(work, installationSecret, personId, code)) || takeRecoveryCode(work, personId, code);
}

async function takeAppCode(work: Work, installationSecret: string, personId: string, code: string): Promise<boolean> {
  const { rows } = await sql<{ secret: string }>`
    select secret from identity_authenticator_app where person_id = ${personId}`.execute(work.sql);
  const [app] = rows;
  const step = app && stepOf(unseal(installationSecret, APP_PURPOSE, app.secret), code, work.clock.now());
  if (step === undefined || step === null) return false;
  // Of two who show the same code at once, the second finds it taken.
  const taken = await sql`
    update identity_authenticator_app set last_step = ${step} where person_id = ${personId} and last_step < ${step} returning 1`.execute(
    work.sql,
  );
  return taken.rows.length > 0;
}

async function takeRecoveryCode(work: Work, personId: string, code: string): Promise<boolean> {
  const used = await sql`
    update identity_recovery_code set used_at = ${work.clock.now()}::timestamptz
    where person_id = ${personId} and code_hash = ${hashOf(plain(code))} and used_at is null returning 1`.execute(
    work.sql,
  );
  return used.rows.length > 0;
}

const plain = (code: string): string => code.replaceAll(/[\s-]/g, '').toLowerCase();

/** Ten new recovery codes of 80 bits; the earlier ones are void. Only hashes are kept. */
export async function renewRecoveryCodes(work: Work, personId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => randomBytes(10).toString('hex'));
  await sql`delete from identity_recovery_code where person_id = ${personId}`.execute(work.sql);
  await sql`
    insert into identity_recovery_code (id, person_id, code_hash)
    select id, ${personId}::uuid, hash from unnest(${codes.map(newId)}::uuid[], ${codes.map(hashOf)}::text[]) as made(id, hash)`.execute(
    work.sql,
  );
  return codes.map((code) => code.replaceAll(/(.{5})(?=.)/g, '$1-'));
}
