import {
  generateRegistrationOptions,
  verifyRegistrationResponse,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import type { Settings } from '../../../platform/settings.ts';
import { lockChallenge, openChallenge, spendChallenge } from '../challenge/challenges.service.ts';
import { LastFactor, WrongPasskey } from '../credential.errors.ts';
import { Invalid } from '../identity.errors.ts';
import { tellPerson } from '../mail/letter.jobs.ts';
import { Person } from '../person/person.entity.ts';
import { factorsOf } from '../second-factor/second-factors.service.ts';
import { isFactorDemanded } from '../second-factor/demand.reads.ts';
import { checkConfirmed, checkInPerson } from '../session/confirmation.service.ts';
import { Passkey } from './passkey.entity.ts';
import { originIn, parseResponse } from './passkey-response.service.ts';
import { relyingPartyOf } from './relying-party.calc.ts';

const LONGEST_NAME = 60;

/** What the browser needs to make a key pair for this person. @throws PersonOnly, ConfirmationNeeded */
export async function offerPasskey(work: Work, settings: Settings): Promise<{ ticket: string; options: string }> {
  const { personId } = await checkConfirmed(work);
  const person = await work.em.findOneOrFail(Person, personId);
  const known = await work.em.find(Passkey, { person: personId });
  const options = await generateRegistrationOptions({
    rpName: 'Corridor',
    rpID: relyingPartyOf(settings.publicUrl, settings.isProduction).id,
    userID: new Uint8Array(Buffer.from(personId.replaceAll('-', ''), 'hex')),
    userName: person.email,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: known.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return {
    ticket: await openChallenge(work, 'PASSKEY_REGISTRATION', personId, { challenge: options.challenge }),
    options: JSON.stringify(options),
  };
}

export interface NewPasskey {
  readonly ticket: string;
  readonly response: string;
  readonly name: string;
}

/** Keeps the public half of the pair that a device made. @throws PersonOnly, ChallengeGone, WrongPasskey, PasskeyTaken, Invalid */
export async function registerPasskey(
  work: Work,
  settings: Settings,
  { ticket, response, name }: NewPasskey,
): Promise<Passkey> {
  const { personId } = checkInPerson(work.actor);
  if (name.trim() === '' || name.length > LONGEST_NAME) throw new Invalid({}, ['input', 'name']);
  const challenge = await lockChallenge<{ challenge: string }>(work, 'PASSKEY_REGISTRATION', ticket);
  if (challenge.personId !== personId) throw new WrongPasskey();
  const { credential, credentialBackedUp } = await verified(settings, challenge.data.challenge, response);
  await spendChallenge(work, challenge.id);
  const passkey = Object.assign(new Passkey(), {
    person: work.em.getReference(Person, personId),
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    signCount: credential.counter,
    transports: credential.transports ?? [],
    name: name.trim(),
    isBackedUp: credentialBackedUp,
    createdAt: work.clock.now(),
  });
  work.em.persist(passkey);
  await tellPerson(work, personId, 'FACTORS_CHANGED');
  return passkey;
}

async function verified(settings: Settings, expectedChallenge: string, text: string) {
  const party = relyingPartyOf(settings.publicUrl, settings.isProduction);
  const response = parseResponse<RegistrationResponseJSON>(text);
  const origin = response && originIn(response.response.clientDataJSON);
  if (!response || !origin || !party.isOrigin(origin)) throw new WrongPasskey();
  const expected = { expectedChallenge, expectedOrigin: origin, expectedRPID: party.id, requireUserVerification: true };
  // Malformed or of another site: the library says which, and nobody needs to know.
  const answer = await verifyRegistrationResponse({ response, ...expected }).catch(() => null);
  if (!answer?.verified) throw new WrongPasskey();
  return answer.registrationInfo;
}

/** From now on this device does not let anybody in. @throws PersonOnly, ConfirmationNeeded, NotFound, LastFactor */
export async function removePasskey(work: Work, id: string): Promise<void> {
  const { personId } = await checkConfirmed(work);
  const passkey = await work.em.findOne(Passkey, { id, person: personId });
  if (!passkey) throw new NotFound({}, ['input', 'passkeyId']);
  const others = await work.em.count(Passkey, { person: personId, id: { $ne: id } });
  const { hasApp } = await factorsOf(work, personId);
  if (others === 0 && !hasApp && (await isFactorDemanded(work, personId))) throw new LastFactor();
  work.em.remove(passkey);
  await tellPerson(work, personId, 'FACTORS_CHANGED');
}
