import { systemActor, type Actor } from '../../../platform/access/actor.ts';
import { changesOf } from '../../../platform/audit/changes.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { lockChallenge, openChallenge, spendChallenge } from '../challenge/challenges.service.ts';
import { ChallengeGone, NotToBeImpersonated } from '../credential.errors.ts';
import { Invalid } from '../identity.errors.ts';
import { Membership } from '../person/membership.entity.ts';
import { ADMIN_OF, PORTAL_OF } from '../person/membership.policy.ts';
import { Person } from '../person/person.entity.ts';
import { checkConfirmed } from '../session/confirmation.service.ts';
import type { Entry } from '../session/entry.service.ts';
import { endVisit, openSession } from '../session/sessions.service.ts';
import { sessionsOf } from '../session/session-facts.reads.ts';

const LONGEST_MINUTES = 60;
const SHORTEST_REASON = 10;
const LONGEST_REASON = 300;
const TICKET_MINUTES = 1;

export interface Impersonation {
  readonly membershipId: string;
  readonly reason: string;
  readonly minutes: number;
}

interface Intent extends Impersonation {
  readonly sessionId: string;
}

/**
 * Lets a member of staff look with somebody's eyes, for a reason and a while: gives the link into that person's portal,
 * good for a minute and once.
 * @throws PersonOnly, ConfirmationNeeded, NotFound, NotToBeImpersonated, Invalid
 */
export async function beginImpersonation(work: Work, wanted: Impersonation): Promise<{ url: string }> {
  const { personId, sessionId } = await checkConfirmed(work);
  const reason = wanted.reason.trim();
  if (reason.length < SHORTEST_REASON || reason.length > LONGEST_REASON) throw new Invalid({}, ['input', 'reason']);
  if (wanted.minutes < 1 || wanted.minutes > LONGEST_MINUTES) throw new Invalid({}, ['input', 'minutes']);
  const membership = await findTarget(work, wanted.membershipId);
  const intent: Intent = { ...wanted, reason, sessionId };
  const ticket = await openChallenge(work, 'IMPERSONATION', personId, intent, TICKET_MINUTES);
  work.nameAct('impersonationBegin', 'Membership', membership.id);
  const after = { reason, minutes: wanted.minutes };
  changesOf(work.em).push({ type: 'Impersonation', id: membership.id, kind: 'created', after });
  // Behind the #, so that it is in no log and in no referrer.
  return { url: `/${PORTAL_OF[membership.audience]}/impersonate#${ticket}` };
}

async function findTarget(work: Work, membershipId: string): Promise<Membership> {
  const path = ['input', 'membershipId'];
  const membership = await work.em.findOne(
    Membership,
    { id: membershipId, isActive: true, person: { isActive: true }, organisation: { isActive: true } },
    { populate: ['person', 'organisation'] },
  );
  if (!membership) throw new NotFound({}, path);
  const { audience, roles } = membership;
  if (audience === 'STAFF' || roles.includes(ADMIN_OF[audience])) throw new NotToBeImpersonated({}, path);
  return membership;
}

/** Opens the session in that person's portal; whoever began it must still be signed in. @throws ChallengeGone, NotFound */
export async function enterImpersonation(
  database: Database,
  visitor: Actor,
  userAgent: string | null,
  ticket: string,
): Promise<Entry> {
  return database.transact(systemActor('sign-in', visitor.remoteAddress), async (work) => {
    const { id, personId, data } = await lockChallenge<Intent>(work, 'IMPERSONATION', ticket);
    const [agentSession] = await sessionsOf(work, [data.sessionId]);
    if (!agentSession || agentSession.personId !== personId) throw new ChallengeGone();
    const membership = await findTarget(work, data.membershipId);
    await spendChallenge(work, id);
    await endVisit(work, visitor);
    work.nameAct('impersonationEnter', 'Membership', membership.id);
    const agent = await work.em.findOneOrFail(Person, personId);
    const device = { userAgent, remoteAddress: visitor.remoteAddress };
    const session = await openSession(work, membership.person.id, membership.id, device, {
      confirmedAt: null,
      impersonatedBy: agent,
      impersonatedByName: agent.name,
      impersonationReason: data.reason,
      expiresAt: new Date(work.clock.now().getTime() + data.minutes * 60_000),
    });
    return { session };
  });
}
