import { randomBytes } from 'node:crypto';
import type { Audience } from '../../../platform/access/actor.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { ScopeNotYours } from '../credential.errors.ts';
import { Invalid } from '../identity.errors.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { looksAfter } from '../person/membership.policy.ts';
import { Person } from '../person/person.entity.ts';
import { checkConfirmed } from '../session/confirmation.service.ts';
import { hashOf, newToken } from '../session/session-token.service.ts';
import { ApiKey } from './api-key.entity.ts';
import { isForKeys } from './scope.policy.ts';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 730;
const LONGEST_NAME = 80;

export interface NewApiKey {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: number;
}

/**
 * Makes a key for the actor's own organisation, and the machine that signs with it. `secret` is its only copy.
 * @throws PersonOnly, ConfirmationNeeded, Invalid, ScopeNotYours
 */
export async function createApiKey(
  work: Work,
  { name, scopes, days }: NewApiKey,
): Promise<{ id: string; secret: string }> {
  const { personId } = await checkConfirmed(work);
  checkNewKey(work, { name, scopes, days });
  const organisation = work.em.getReference(Organisation, work.actor.organisationId ?? '');
  const prefix = `cor_${randomBytes(6).toString('hex')}`;
  const secret = `${prefix}_${newToken()}`;
  const now = work.clock.now();
  const key = new ApiKey();
  const machine = Object.assign(new Person(), {
    name: name.trim(),
    email: `${prefix}@machine.invalid`,
    machineOf: organisation,
  });
  Object.assign(key, {
    organisation,
    audience: work.actor.audience as Audience,
    person: machine,
    name: name.trim(),
    prefix,
    secretHash: hashOf(secret),
    scopes: [...new Set(scopes)].sort(),
    createdBy: work.em.getReference(Person, personId),
    createdAt: now,
    expiresAt: new Date(now.getTime() + days * DAY_MS),
  });
  work.em.persist([machine, key]);
  await work.em.flush();
  return { id: key.id, secret };
}

function checkNewKey({ actor }: Work, { name, scopes, days }: NewApiKey): void {
  if (name.trim() === '' || name.length > LONGEST_NAME) throw new Invalid({}, ['input', 'name']);
  if (days < 1 || days > LONGEST_DAYS) throw new Invalid({}, ['input', 'days']);
  const foreign = scopes.find((scope) => !actor.actions.has(scope) || !isForKeys(scope));
  if (foreign !== undefined) throw new ScopeNotYours({ scope: foreign.slice(0, 80) }, ['input', 'scopes']);
}

/** Ends a key at once; its machine stays as the name under what it did. @throws PersonOnly, NotFound */
export async function revokeApiKey(work: Work, id: string): Promise<void> {
  const path = ['input', 'apiKeyId'];
  const key = await work.em.findOne(ApiKey, id);
  if (!key || !looksAfter(work.actor, key.organisation.id, key.audience)) throw new NotFound({}, path);
  key.revokedAt ??= work.clock.now();
}
