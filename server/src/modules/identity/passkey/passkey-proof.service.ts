import {
  generateAuthenticationOptions,
  verifyAuthenticationResponse,
  type AuthenticationResponseJSON,
} from '@simplewebauthn/server';
import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import type { Settings } from '../../../platform/settings.ts';
import { lockChallenge, openChallenge, spendChallenge } from '../challenge/challenges.service.ts';
import { WrongPasskey } from '../credential.errors.ts';
import { originIn, parseResponse } from './passkey-response.service.ts';
import { relyingPartyOf } from './relying-party.calc.ts';

/** A device's answer to a challenge, as the browser gives it: JSON. */
export interface PasskeyProof {
  readonly ticket: string;
  readonly response: string;
}

/** A challenge for the browser. It names no account: the device itself knows which keys it has. */
export async function challengePasskey(work: Work, settings: Settings): Promise<{ ticket: string; options: string }> {
  const { id } = relyingPartyOf(settings.publicUrl, settings.isProduction);
  const options = await generateAuthenticationOptions({ rpID: id, userVerification: 'required' });
  const ticket = await openChallenge(work, 'PASSKEY_PROOF', null, { challenge: options.challenge });
  return { ticket, options: JSON.stringify(options) };
}

/** Whose passkey signed the challenge, on this site, with the device's own lock opened. @throws WrongPasskey, ChallengeGone */
export async function provePasskey(
  work: Work,
  settings: Settings,
  { ticket, response }: PasskeyProof,
): Promise<string> {
  const { id, data } = await lockChallenge<{ challenge: string }>(work, 'PASSKEY_PROOF', ticket);
  const answer = parseResponse<AuthenticationResponseJSON>(response);
  const passkey = answer && (await findPasskey(work, answer.id));
  if (!answer || !passkey) throw new WrongPasskey();
  const signCount = await verified(settings, data.challenge, answer, passkey);
  await spendChallenge(work, id);
  await sql`
    update identity_passkey set sign_count = ${signCount}, last_used_at = ${work.clock.now()}::timestamptz where id = ${passkey.id}`.execute(
    work.sql,
  );
  return passkey.personId;
}

interface KnownPasskey {
  readonly id: string;
  readonly personId: string;
  readonly credentialId: string;
  readonly publicKey: string;
  readonly signCount: number;
}

async function findPasskey(work: Work, credentialId: string): Promise<KnownPasskey | undefined> {
  const { rows } = await sql<KnownPasskey>`
    select k.id, k.person_id as "personId", k.credential_id as "credentialId", k.public_key as "publicKey", k.sign_count::float8 as "signCount"
    from identity_passkey k join identity_person p on p.id = k.person_id and p.is_active
    where k.credential_id = ${credentialId} for update of k`.execute(work.sql);
  return rows[0];
}

async function verified(
  settings: Settings,
  expectedChallenge: string,
  response: AuthenticationResponseJSON,
  { credentialId, publicKey, signCount }: KnownPasskey,
): Promise<number> {
  const party = relyingPartyOf(settings.publicUrl, settings.isProduction);
  const origin = originIn(response.response.clientDataJSON);
  if (!party.isOrigin(origin)) throw new WrongPasskey();
  try {
    const { verified: isRight, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: party.id,
      requireUserVerification: true,
      credential: { id: credentialId, publicKey: Buffer.from(publicKey, 'base64url'), counter: signCount },
    });
    if (isRight) return authenticationInfo.newCounter;
  } catch {
    // Malformed, of another site, or of a copied device: the library says which, and nobody needs to know.
  }
  throw new WrongPasskey();
}
