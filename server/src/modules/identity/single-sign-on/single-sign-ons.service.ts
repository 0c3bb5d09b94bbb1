import { sql } from 'kysely';
import type { Actor, Audience } from '../../../platform/access/actor.ts';
import { seal } from '../../../platform/access/sealed.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import type { Settings } from '../../../platform/settings.ts';
import { ProviderUnreachable } from '../credential.errors.ts';
import { Invalid } from '../identity.errors.ts';
import { Organisation } from '../organisation/organisation.entity.ts';
import { checkSide, looksAfter } from '../person/membership.policy.ts';
import { checkConfirmed } from '../session/confirmation.service.ts';
import { discoverProvider } from './provider.service.ts';
import { SingleSignOn } from './single-sign-on.entity.ts';

export const SECRET_PURPOSE = 'single sign-on';
const DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
const MOST_DOMAINS = 20;

export interface SignOnSetup {
  readonly organisationId: string;
  readonly audience: Audience;
  readonly issuer: string;
  readonly clientId: string;
  /** Left out, the one that is kept stays. */
  readonly clientSecret?: string | null | undefined;
  readonly isActive: boolean;
  /** Only the company says which domains are whose; from anybody else this is refused. */
  readonly emailDomains?: readonly string[] | null | undefined;
}

/** Asks the provider once whether it is one, before anything is kept. @throws Invalid, ProviderUnreachable */
export async function probeProvider(settings: Settings, { issuer, clientId }: SignOnSetup): Promise<void> {
  const path = ['input', 'issuer'];
  if (!URL.canParse(issuer) || issuer.length > 500) throw new Invalid({}, path);
  if (clientId.trim() === '' || clientId.length > 200) throw new Invalid({}, ['input', 'clientId']);
  await discoverProvider(settings, { issuer, clientId, clientSecret: 'none yet' }).catch(() => {
    throw new ProviderUnreachable({}, path);
  });
}

/**
 * Says where the people of one side of an organisation sign in.
 * @throws PersonOnly, ConfirmationNeeded, NotFound, WrongSide, Invalid, DomainTaken
 */
export async function setUpSignOn(work: Work, secret: string, setup: SignOnSetup): Promise<SingleSignOn> {
  await checkConfirmed(work);
  const organisation = await findOrganisation(work, setup);
  const known = await work.em.findOne(SingleSignOn, { organisation: organisation.id, audience: setup.audience });
  const connection = known ?? Object.assign(new SingleSignOn(), { organisation, audience: setup.audience });
  const isMoved = known !== null && known.issuer !== setup.issuer;
  if (!setup.clientSecret && (!known || isMoved)) throw new Invalid({}, ['input', 'clientSecret']);
  Object.assign(connection, {
    issuer: setup.issuer,
    clientId: setup.clientId.trim(),
    isActive: setup.isActive,
    ...(setup.clientSecret ? { clientSecret: seal(secret, SECRET_PURPOSE, setup.clientSecret) } : {}),
  });
  work.em.persist(connection);
  await work.em.flush();
  // Another issuer means other people by its names.
  if (isMoved) await forgetSubjects(work, connection.id);
  if (setup.emailDomains) await keepDomains(work, connection, setup.emailDomains);
  return connection;
}

async function findOrganisation({ em, actor }: Work, { organisationId, audience }: SignOnSetup): Promise<Organisation> {
  const organisation = await em.findOne(Organisation, { id: organisationId, isActive: true });
  if (!organisation || !looksAfter(actor, organisationId, audience))
    throw new NotFound({}, ['input', 'organisationId']);
  checkSide(organisation, audience, ['input', 'audience']);
  return organisation;
}

async function forgetSubjects(work: Work, id: string): Promise<void> {
  await sql`delete from identity_sign_on_subject where single_sign_on_id = ${id}`.execute(work.sql);
}

async function keepDomains(work: Work, { id, audience }: SingleSignOn, given: readonly string[]): Promise<void> {
  const domains = [...new Set(given.map((domain) => domain.trim().toLowerCase()))];
  const isRight = domains.length <= MOST_DOMAINS && domains.every((domain) => DOMAIN.test(domain));
  if (!isRight || !isCompany(work.actor)) throw new Invalid({}, ['input', 'emailDomains']);
  await sql`delete from identity_sign_on_domain where single_sign_on_id = ${id}`.execute(work.sql);
  await sql`
    insert into identity_sign_on_domain (audience, domain, single_sign_on_id)
    select ${audience}, domain, ${id}::uuid from unnest(${domains}::text[]) domain`.execute(work.sql);
}

const isCompany = ({ audience }: Actor): boolean => audience === 'STAFF' || audience === 'SYSTEM';

/** People of this organisation sign in here again. Sessions that came by the provider end. @throws NotFound */
export async function removeSignOn(work: Work, id: string): Promise<void> {
  await checkConfirmed(work);
  const connection = await work.em.findOne(SingleSignOn, id);
  if (!connection || !looksAfter(work.actor, connection.organisation.id, connection.audience))
    throw new NotFound({}, ['input', 'singleSignOnId']);
  work.em.remove(connection);
}
