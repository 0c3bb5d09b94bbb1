import { sql } from 'kysely';
import { systemActor, type Actor, type Audience } from '../../../platform/access/actor.ts';
import { unseal } from '../../../platform/access/sealed.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { settingsOf, type Settings } from '../../../platform/settings.ts';
import { lockChallenge, openChallenge, spendChallenge } from '../challenge/challenges.service.ts';
import { NoSignOn, SignOnFailed } from '../credential.errors.ts';
import { parseEmail } from '../person/email.calc.ts';
import { PORTAL_OF } from '../person/membership.policy.ts';
import type { Entry } from '../session/entry.service.ts';
import { placeOf } from '../session/place.reads.ts';
import { endVisit, openSession } from '../session/sessions.service.ts';
import { findConnection, type Connection, type Wanted } from './connection.reads.ts';
import {
  beginAt,
  discoverProvider,
  finishAt,
  type Expectation,
  type Provider,
  type Vouched,
} from './provider.service.ts';
import { SingleSignOn } from './single-sign-on.entity.ts';
import { SECRET_PURPOSE } from './single-sign-ons.service.ts';

interface Waiting extends Expectation {
  readonly singleSignOnId: string;
}

const asSystem = systemActor('sign-in');
const redirectUri = ({ publicUrl }: Settings, audience: Audience) =>
  `${publicUrl}/${PORTAL_OF[audience]}/single-sign-on`;
const providerOf = ({ secret }: Settings, { clientSecret, ...connection }: Connection): Provider => ({
  ...connection,
  clientSecret: unseal(secret, SECRET_PURPOSE, clientSecret),
});

/**
 * Sends a browser to the provider of an organisation, named by its number or by an e-mail's domain. The ticket stays in
 * that browser: what comes back counts only together with it.
 * @throws NoSignOn, SignOnFailed
 */
export async function beginSignOn(database: Database, wanted: Wanted): Promise<{ url: string; ticket: string }> {
  const settings = settingsOf(database);
  const connection = await database.transact(asSystem, (work) => findConnection(work, wanted), 'read');
  if (!connection) throw new NoSignOn();
  const { url, expectation } = await unlessItFails(async () => {
    const configuration = await discoverProvider(settings, providerOf(settings, connection));
    return beginAt(configuration, redirectUri(settings, wanted.portal), wanted.email ?? null);
  });
  const waiting: Waiting = { ...expectation, singleSignOnId: connection.id };
  const ticket = await database.transact(asSystem, (work) => openChallenge(work, 'SINGLE_SIGN_ON', null, waiting));
  return { url, ticket };
}

/**
 * The browser is back. Whom the provider vouches for comes in, if he has a place at that very organisation; nobody is
 * let in unasked. @throws ChallengeGone, SignOnFailed
 */
export async function finishSignOn(
  database: Database,
  visitor: Actor,
  userAgent: string | null,
  { ticket, returned }: { ticket: string; returned: string },
): Promise<Entry> {
  const settings = settingsOf(database);
  // Spent before anything is asked: what was brought back once is not taken twice, whatever comes of it.
  const { waiting, connection } = await database.transact(asSystem, async (work) => {
    const { id, data } = await lockChallenge<Waiting>(work, 'SINGLE_SIGN_ON', ticket);
    await spendChallenge(work, id);
    return { waiting: data, connection: await findConnection(work, { id: data.singleSignOnId }) };
  });
  if (!connection) throw new SignOnFailed();
  const vouched = await unlessItFails(async () => {
    const address = new URL(redirectUri(settings, connection.audience));
    address.search = returned;
    return finishAt(await discoverProvider(settings, providerOf(settings, connection)), address, waiting);
  });
  return database.transact(systemActor('sign-in', visitor.remoteAddress), async (work) => {
    const personId = await personMeant(work, connection, vouched);
    const membershipId = personId && (await placeOf(work, personId, connection.audience, connection.organisationId));
    if (!personId || !membershipId) throw new SignOnFailed();
    await keepSubject(work, connection, vouched.subject, personId);
    await endVisit(work, visitor);
    work.nameAct('singleSignOn', 'Person', personId);
    const session = await openSession(
      work,
      personId,
      membershipId,
      { userAgent, remoteAddress: visitor.remoteAddress },
      {
        // How many proofs a provider asks for is its organisation's business; what is sensitive here is asked for here.
        hasSecondFactor: true,
        confirmedAt: null,
        singleSignOn: work.em.getReference(SingleSignOn, connection.id),
      },
    );
    return { session };
  });
}

/** Known by the provider's own name for him, or, the first time, by an e-mail that it has verified. */
async function personMeant(work: Work, { id }: Connection, vouched: Vouched): Promise<string | null> {
  const { rows } = await sql<{ personId: string }>`
    select p.id as "personId" from identity_sign_on_subject s join identity_person p on p.id = s.person_id and p.is_active
    where s.single_sign_on_id = ${id} and s.subject = ${vouched.subject}`.execute(work.sql);
  if (rows[0]) return rows[0].personId;
  const email = vouched.isEmailVerified && vouched.email ? parseEmail(vouched.email) : null;
  if (!email) return null;
  // Whoever is known under another name already is not taken over by a new one with his e-mail.
  const { rows: byEmail } = await sql<{ personId: string }>`
    select p.id as "personId" from identity_person p
    where p.email = ${email} and p.is_active and p.machine_of_organisation_id is null
      and not exists (select from identity_sign_on_subject s where s.single_sign_on_id = ${id} and s.person_id = p.id)`.execute(
    work.sql,
  );
  return byEmail[0]?.personId ?? null;
}

async function keepSubject(work: Work, { id }: Connection, subject: string, personId: string): Promise<void> {
  await sql`
    insert into identity_sign_on_subject (single_sign_on_id, subject, person_id, created_at)
    values (${id}, ${subject}, ${personId}, ${work.clock.now()}::timestamptz) on conflict do nothing`.execute(work.sql);
}

/** Whatever a provider does wrong, or somebody with its answers, is one refusal. */
async function unlessItFails<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    throw new SignOnFailed();
  }
}
