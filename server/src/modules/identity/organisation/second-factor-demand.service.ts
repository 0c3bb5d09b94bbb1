import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { OwnFactorFirst } from '../credential.errors.ts';
import { checkConfirmed } from '../session/confirmation.service.ts';
import { Organisation } from './organisation.entity.ts';

/**
 * Says whether an organisation asks for a second factor; sessions without one are worth nothing there from now on. Who
 * asks it of his own people has signed in with one himself, so that he does not lock himself out.
 * @throws PersonOnly, ConfirmationNeeded, NotFound, OwnFactorFirst
 */
export async function requireSecondFactor(work: Work, organisationId: string, isRequired: boolean): Promise<void> {
  const { sessionId } = await checkConfirmed(work);
  const { audience, organisationId: own } = work.actor;
  const organisation = await work.em.findOne(Organisation, organisationId);
  if (!organisation || (audience !== 'STAFF' && organisationId !== own))
    throw new NotFound({}, ['input', 'organisationId']);
  if (isRequired && organisationId === own) await checkOwnFactor(work, sessionId);
  organisation.requiresSecondFactor = isRequired;
}

async function checkOwnFactor(work: Work, sessionId: string): Promise<void> {
  const { rows } = await sql`select 1 from identity_session where id = ${sessionId} and has_second_factor`.execute(
    work.sql,
  );
  if (rows.length === 0) throw new OwnFactorFirst({}, ['input', 'isRequired']);
}
