import { systemActor, type Actor, type Audience } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import { settingsOf } from '../../../platform/settings.ts';
import { InvalidCredentials } from '../identity.errors.ts';
import type { Entry } from '../session/entry.service.ts';
import { placeOf } from '../session/place.reads.ts';
import { endVisit, openSession } from '../session/sessions.service.ts';
import { provePasskey, type PasskeyProof } from './passkey-proof.service.ts';

/**
 * Signs somebody in by a device of his whose lock he opened: both factors in one.
 * @throws WrongPasskey, ChallengeGone, InvalidCredentials without a place on that side
 */
export async function signInByPasskey(
  database: Database,
  visitor: Actor,
  userAgent: string | null,
  { portal, ...proof }: PasskeyProof & { portal: Audience },
): Promise<Entry> {
  return database.transact(systemActor('sign-in', visitor.remoteAddress), async (work) => {
    const personId = await provePasskey(work, settingsOf(database), proof);
    const membershipId = await placeOf(work, personId, portal);
    if (!membershipId) throw new InvalidCredentials();
    await endVisit(work, visitor);
    work.nameAct('signIn', 'Person', personId);
    const device = { userAgent, remoteAddress: visitor.remoteAddress };
    return { session: await openSession(work, personId, membershipId, device, { hasSecondFactor: true }) };
  });
}
