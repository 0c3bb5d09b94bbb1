import { sql } from 'kysely';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Actor } from '../../../platform/access/actor.ts';
import type { Work } from '../../../platform/db/work.ts';
import { ensureAccount } from '../../identity/person/accounts.service.ts';
import { accounts, DEMO_PASSWORD, type DemoAccount } from './parties.data.ts';

/** Ids by what people call a thing: the demo speaks of items, sites and parties by their codes. */
export type Ids = (code: string) => string;

export async function idsOf(work: Work): Promise<Ids> {
  const { rows } = await sql<{ code: string; id: string }>`
    select number as code, id from identity_organisation union all select sku, id from catalog_item
    union all select code, id from catalog_site
    union all select s.code || '/' || l.code, l.id from catalog_location l join catalog_site s on s.id = l.site_id`.execute(
    work.sql,
  );
  const known = new Map(rows.map(({ code, id }) => [code, id]));
  return (code) => {
    const id = known.get(code);
    if (!id) throw new Error(`The demo names ${code}, which it does not have`);
    return id;
  };
}

/** Lets everybody of the demo sign in, and answers who they are when they act. */
export async function openAccounts(work: Work, ids: Ids): Promise<ReadonlyMap<string, Actor>> {
  const opened = await inOrder(accounts, async (account) => {
    const made = await ensureAccount(work, {
      ...account,
      password: DEMO_PASSWORD,
      organisationId: ids(account.organisation),
    });
    return [account.email, actorFor(account, ids(account.organisation), made)] as const;
  });
  return new Map(opened);
}

function actorFor(
  { audience, name }: DemoAccount,
  organisationId: string,
  { personId, membershipId }: { personId: string; membershipId: string },
): Actor {
  return {
    audience,
    personId,
    organisationId,
    membershipId,
    sessionId: null,
    name,
    actions: new Set(),
    locale: 'en',
    remoteAddress: null,
  };
}
