import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, Audience } from '../../../server/src/platform/access/actor.ts';
import { actionsFor, TestApp } from '../../support/app.ts';
import { demoDatabase } from '../../support/demo-database.ts';
import { directAnswer, operationOf, portalQueries, visibleIds } from '../../support/portal-documents.ts';

let app: TestApp;
const actors: Record<string, Actor> = {};
const ids: Record<string, string[]> = {};

interface Member {
  readonly id: string;
  readonly person_id: string;
  readonly organisation_id: string;
  readonly roles: string[];
}

/** Somebody of the demo on that side: of the suppliers the one with the most agreements. */
async function somebody(audience: Audience): Promise<Actor> {
  const [member] = await app.owner.query<Member>(
    `select m.* from identity_membership m where m.audience = $1
     order by (select count(*) from vmi_agreement a where a.supplier_id = m.organisation_id) desc, cardinality(m.roles) desc, m.id limit 1`,
    [audience],
  );
  if (!member) throw new Error(`the demo has nobody of ${audience}`);
  const roles = audience === 'STAFF' ? ['ADMIN', 'BUYER', 'PLANNER', 'WAREHOUSE'] : member.roles;
  return {
    audience,
    personId: member.person_id,
    organisationId: member.organisation_id,
    membershipId: member.id,
    sessionId: '0198c5c6-0000-7000-8000-00000000beef',
    name: 'Somebody',
    actions: actionsFor(roles),
    locale: 'zh-CN',
    remoteAddress: null,
  };
}

beforeAll(async () => {
  app = await TestApp.over(await demoDatabase());
  const sides = { admin: 'STAFF', shared: 'STAFF', supplier: 'SUPPLIER', customer: 'CUSTOMER' } as const;
  for (const [portal, audience] of Object.entries(sides)) {
    actors[portal] = await somebody(audience);
    ids[portal] = await visibleIds(app, actors[portal]);
  }
});
afterAll(() => app.close());

/** Documents that only the executor can answer, and why. */
const THE_LONG_WAY: Readonly<Record<string, string>> = {
  AdminBusinessTimes: 'counts business time in code',
  PartyPreferences: 'lists in code also what nobody has decided yet',
};

/** Documents about something that has to be computed first: how many statements they may take, and why. */
const COMPUTED: Readonly<Record<string, readonly [statements: number, why: string]>> = {
  AdminCallers: [3, 'finds who has the number, then reads the contacts and the organisations'],
  AdminCapacity: [3, 'asks the day of the site, adds up the load of orders, then lays it over the weeks'],
  AdminMasterSchedule: [5, 'projects the weeks of an item from its forecasts, orders and load'],
  AdminMrpRecord: [3, 'explains the record of an item from its plan, its structure and its documents'],
  AdminPriceCheck: [6, 'prices a question as an order would be priced'],
  AdminSlipImpact: [5, 'follows a late delivery to the customers it makes wait'],
  CustomerQuickOrderCheck: [4, 'finds and prices what was pasted'],
  PartyStatement: [1, 'adds an account up from its documents'],
  PartyTicketSuggestions: [4, 'searches, then reads what it found'],
};

describe('every query of the portals', () => {
  it.each(portalQueries())('$name: finished text, one statement for each root field', async (query) => {
    const actor = actors[query.portal] as Actor;
    const { text, statements, variables } = await directAnswer(app, actor, query, ids[query.portal] ?? []);
    if (THE_LONG_WAY[query.name]) return expect(text).toBeNull();
    expect(text, 'a root field without @HandsOn, or a field that only the executor can answer').not.toBeNull();
    const [most] = COMPUTED[query.name] ?? [operationOf(query.document).selectionSet.selections.length];
    expect(statements).toBeLessThanOrEqual(most);
    const slow = await app.run(actor, query.document, variables);
    expect(JSON.parse(text ?? '')).toEqual(JSON.parse(JSON.stringify(slow)));
  });
});
