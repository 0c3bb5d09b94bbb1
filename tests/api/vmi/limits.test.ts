import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestApp } from '../../support/app.ts';
import { anItem, aSupplierItem } from '../../support/factories/catalog.ts';
import { anActor } from '../../support/factories/identity.ts';
import { aCorridor, actOn, aDraft, anAgreement, gid, type Corridor } from '../../support/factories/vmi.ts';

let app: TestApp;
let corridor: Corridor;
beforeAll(async () => {
  app = await TestApp.start();
  corridor = await aCorridor(app, 'Alpine Bearings');
});
afterAll(() => app.close());

type Line = {
  id: string;
  colour: string;
  daysOfSupply: string | null;
  averageUsage: { value: string } | null;
  onHand: { value: string; unit: string };
  position: { value: string };
  asOf: string | null;
  version: number;
  allowedActions: string[];
  limits: { minimum: { value: string } | null; owner: string; revision: number };
  alerts: { type: string; message: string; severity: string }[];
};

const fields =
  'id colour daysOfSupply averageUsage { value } onHand { value unit } position { value } asOf version allowedActions limits { owner revision minimum { value } } alerts { type message severity }';

const lineOf = async (id: string, actor = corridor.buyer) =>
  (
    await app.ask<{ vmiLine: Line | null }>(actor, `query ($id: ID!) { vmiLine(id: $id) { ${fields} } }`, {
      id,
    })
  ).vmiLine;

async function theLine(wish: Parameters<typeof anAgreement>[1] = {}, of = corridor) {
  const { lines, id: agreementId } = await anAgreement(of, wish);
  const [line] = lines;
  if (!line) throw new Error('no line');
  return { ...line, agreementId };
}

const change =
  'mutation ($input: VmiLimitsChangeInput!) { vmiLimitsChange(input: $input) { line { limits { revision minimum { value } } limitHistory { revision changedBy changedByName reason before { minimum } after { minimum } } } userErrors { code path } } }';

const limits = { mode: 'STATIC', minimum: '15', reorderPoint: '30', maximum: '90' };

it('lets the side that owns the limits change them, and keeps who, why, before and after', async () => {
  const { id } = await theLine();
  const line = await lineOf(id);
  const { vmiLimitsChange } = await app.ask<{ vmiLimitsChange: { line: object } }>(corridor.buyer, change, {
    input: { lineId: id, expectedVersion: line?.version, limits, reason: 'season' },
  });
  expect(vmiLimitsChange.line).toMatchObject({
    limits: { revision: 2 },
    limitHistory: [
      {
        revision: 2,
        changedBy: 'COMPANY',
        changedByName: corridor.buyer.name,
        reason: 'season',
        before: { minimum: '10' },
        after: { minimum: '15' },
      },
    ],
  });
  await app.deliver();
  expect(await lineOf(id)).toMatchObject({ limits: { minimum: { value: '15' } } });
});

it('refuses limits to the side that does not own them', async () => {
  const ours = await theLine();
  const theirs = await theLine({ terms: { limitsOwner: 'SUPPLIER' } });
  const attempt = async (actor: typeof corridor.buyer, lineId: string) => {
    const line = await lineOf(lineId);
    const { data } = await app.run<{ vmiLimitsChange: { userErrors: { code: string }[] } }>(actor, change, {
      input: { lineId, expectedVersion: line?.version, limits },
    });
    return data.vmiLimitsChange.userErrors[0]?.code ?? null;
  };
  expect(await attempt(corridor.planner, ours.id)).toBe('LIMITS_NOT_YOURS');
  expect(await attempt(corridor.buyer, theirs.id)).toBe('LIMITS_NOT_YOURS');
  expect(await attempt(corridor.planner, theirs.id)).toBeNull();
  expect((await lineOf(theirs.id, corridor.planner))?.allowedActions).toContain('vmi.limits.change');
  expect((await lineOf(ours.id, corridor.planner))?.allowedActions).not.toContain('vmi.limits.change');
});

it('refuses limits that fall, and an edit of what was changed meanwhile', async () => {
  const { id } = await theLine();
  const attempt = async (expectedVersion: number, wish: object) => {
    const { data } = await app.run<{ vmiLimitsChange: { userErrors: { code: string }[] } }>(corridor.buyer, change, {
      input: { lineId: id, expectedVersion, limits: wish },
    });
    return data.vmiLimitsChange.userErrors[0]?.code ?? null;
  };
  const version = (await lineOf(id))?.version ?? 0;
  expect(await attempt(version, { ...limits, reorderPoint: '10' })).toBe('LIMITS_OUT_OF_ORDER');
  expect(await attempt(version, limits)).toBeNull();
  expect(await attempt(version, limits)).toBe('STALE_OBJECT');
});

it('adds an item to an agreement in force, and shares its stock with the supplier', async () => {
  const { agreementId } = await theLine();
  const item = await anItem(app);
  const save =
    'mutation ($input: AgreementLineSaveInput!) { agreementLineSave(input: $input) { line { id isLive } userErrors { code path } } }';
  const input = { agreementId, itemId: gid('itm', item.id), limits };
  const { data } = await app.run<{ agreementLineSave: { userErrors: { code: string }[] } }>(corridor.buyer, save, {
    input,
  });
  expect(data.agreementLineSave.userErrors[0]?.code).toBe('NOT_SUPPLIED');
  await aSupplierItem(app, corridor.supplier.id, item.id);
  const saved = await app.ask<{ agreementLineSave: { line: { id: string; isLive: boolean } } }>(corridor.buyer, save, {
    input,
  });
  expect(saved.agreementLineSave.line.isLive).toBe(true);
  await app.deliver();
  const shared = await app.owner.query('select from inventory_stock_share where item_id = $1 and supplier_id = $2', [
    item.id,
    corridor.supplier.id,
  ]);
  expect(shared).toHaveLength(1);
});

it('closes the stock figures to the supplier when the agreement ends', async () => {
  const { item, agreementId, id } = await theLine({ lines: [{ onHand: 5 }] });
  await actOn(corridor, corridor.buyer, 'agreementTerminate', agreementId, { note: 'over' });
  await app.deliver();
  const shares = await app.owner.query('select from inventory_stock_share where item_id = $1', [item.id]);
  expect(shares).toHaveLength(0);
  expect((await lineOf(id))?.alerts).toEqual([]);
});

it('hides the lines of a draft from the other side', async () => {
  const draft = await aDraft(corridor);
  expect(await lineOf(draft.lines[0]?.id ?? '', corridor.planner)).toBeNull();
  expect(await lineOf(draft.lines[0]?.id ?? '')).not.toBeNull();
});

const saving =
  'mutation ($input: AgreementLineSaveInput!) { agreementLineSave(input: $input) { userErrors { code } } }';
const snoozing = 'mutation ($input: LineSnoozeInput!) { lineSnooze(input: $input) { userErrors { code } } }';

it('refuses to change limits and lines to roles that may not', async () => {
  const { id, agreementId } = await theLine();
  const ourViewer = await anActor(app, corridor.company, 'VIEWER');
  const theirViewer = await anActor(app, corridor.supplier, 'SUPPLIER_VIEWER');
  const changing = { lineId: id, expectedVersion: 1, limits };
  const attempts = [
    await app.run(ourViewer, change, { input: changing }),
    await app.run(theirViewer, change, { input: changing }),
    await app.run(ourViewer, saving, { input: { agreementId } }),
    await app.run(theirViewer, saving, { input: { agreementId } }),
    await app.run(ourViewer, snoozing, { input: { lineId: id } }),
  ];
  expect(attempts.map(({ errors }) => errors?.[0]?.extensions?.['code'])).toEqual(attempts.map(() => 'FORBIDDEN'));
});
