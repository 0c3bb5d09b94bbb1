import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays } from '../../../server/src/kernel/calendar-date.ts';
import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { replenishmentRuns } from '../../../server/src/modules/vmi/run/replenishment-run.service.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite, aSupplierItem } from '../../support/factories/catalog.ts';
import { anActor } from '../../support/factories/identity.ts';
import {
  aCorridor,
  actOn,
  anAgreement,
  aRun,
  gid,
  key,
  theProposal,
  type Corridor,
  type LineWish,
  type MadeLine,
} from '../../support/factories/vmi.ts';

let app: TestApp;
let corridor: Corridor;
beforeAll(async () => {
  app = await TestApp.start();
  corridor = await aCorridor(app, 'Alpine Bearings');
});
afterAll(() => app.close());

const today = new Date().toISOString().slice(0, 10);

const asUuid = (id: string) => id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

async function aLine(wish: LineWish, terms: Record<string, unknown> = {}, of = corridor) {
  const { id, lines } = await anAgreement(of, { terms, lines: [wish] });
  const [line] = lines as [MadeLine];
  return { ...line, agreementId: id };
}

/** What a run over this agreement proposes for the line; null when nothing. */

async function proposed(line: MadeLine & { agreementId: string }, of = corridor) {
  await aRun(of, { agreementId: line.agreementId });
  const proposal = await theProposal(of, of.buyer, line.id);
  return proposal ? Number(proposal.quantity.value) : null;
}

const reasons = async (line: MadeLine) =>
  (
    await app.owner.query<{ reason: string }>(
      'select reason from vmi_run_issue where line_id = $1 and ended_at is null',
      [asUuid(line.id)],
    )
  ).map(({ reason }) => reason);

it('computes nothing twice: the same day and limits give the same proposal', async () => {
  const line = await aLine({ onHand: 5 });
  expect(await aRun(corridor, { agreementId: line.agreementId })).toMatchObject({ proposalCount: 1 });
  expect(await aRun(corridor, { agreementId: line.agreementId })).toMatchObject({
    run: null,
    proposalCount: 0,
    lineCount: 1,
  });
  const proposal = await theProposal(corridor, corridor.planner, line.id);
  await app.owner.query("update vmi_proposal set state = 'DECLINED' where id = $1", [asUuid(proposal?.id ?? '')]);
  expect(await aRun(corridor, { agreementId: line.agreementId })).toMatchObject({ proposalCount: 0 });
});

it('answers the same request for a run with the same run', async () => {
  const line = await aLine({ onHand: 5 });
  const input = { agreementId: line.agreementId, idempotencyKey: key() };
  const first = await aRun(corridor, input);
  expect(await aRun(corridor, input)).toEqual(first);
  expect(first.proposalCount).toBe(1);
});

it('writes nothing when nothing changed', async () => {
  const line = await aLine({ onHand: 50 });
  const run = await app.prepare(async (work) => {
    const result = await replenishmentRuns.run(work, { agreementId: asUuid(line.agreementId) });
    // A transaction that wrote anything, even a lock, has been given a number.
    const { rows } = await sql<{ id: string | null }>`
      select pg_current_xact_id_if_assigned()::text as id`.execute(work.sql);
    return { ...result, transaction: rows[0]?.id };
  });
  expect(run).toEqual({ runId: null, lineCount: 1, proposalCount: 0, issueCount: 0, transaction: null });
});

it('keeps two runs at the same time from proposing twice', async () => {
  const line = await aLine({ onHand: 5 });
  const counts = await Promise.all([1, 2, 3].map(() => aRun(corridor, { agreementId: line.agreementId })));
  expect(counts.map(({ proposalCount }) => proposalCount).reduce((sum, count) => sum + count)).toBe(1);
});

it('waits for the answer before it proposes again', async () => {
  const line = await aLine({ onHand: 5 });
  expect(await proposed(line)).toBe(95);
  const { vmiLine } = await app.ask<{
    vmiLine: { awaitingAnswer: { value: string }; position: { value: string } };
  }>(corridor.planner, 'query ($id: ID!) { vmiLine(id: $id) { awaitingAnswer { value } position { value } } }', {
    id: line.id,
  });
  expect(vmiLine).toEqual({ awaitingAnswer: { value: '95' }, position: { value: '100' } });
});

it('leaves a line alone that snoozes, until its day', async () => {
  const line = await aLine({ onHand: 5 });
  const snooze = 'mutation ($input: LineSnoozeInput!) { lineSnooze(input: $input) { userErrors { code } } }';
  await app.ask(corridor.buyer, snooze, {
    input: { lineId: line.id, until: addDays(today, 3), reason: 'model change' },
  });
  expect(await proposed(line)).toBeNull();
  await app.ask(corridor.buyer, snooze, { input: { lineId: line.id, until: null } });
  expect(await proposed(line)).toBe(95);
});

it('proposes nothing while the agreement rests, before it begins and after it ends', async () => {
  const line = await aLine({ onHand: 5 });
  await actOn(corridor, corridor.buyer, 'agreementSuspend', line.agreementId, { note: 'counting' });
  expect(await aRun(corridor, { agreementId: line.agreementId })).toMatchObject({ lineCount: 0 });
  const { lines, id } = await anAgreement(corridor, { validFrom: addDays(today, 9), lines: [{ onHand: 5 }] });
  expect(await proposed({ ...(lines[0] as MadeLine), agreementId: id })).toBeNull();
});

it('stops for a line whose figures are older than agreed, and says so until they come', async () => {
  const own = { ...corridor, siteId: await aSite(app) };
  const line = await aLine({ onHand: 5 }, { maxFeedAgeHours: 4 }, own);
  await app.owner.query("insert into vmi_stock_feed (site_id, received_at) values ($1, now() - interval '5 hours')", [
    own.siteId,
  ]);
  expect(await proposed(line)).toBeNull();
  expect(await reasons(line)).toEqual(['STALE_FEED']);
  await app.owner.query('update vmi_stock_feed set received_at = now() where site_id = $1', [own.siteId]);
  expect(await proposed(line)).toBe(95);
  expect(await reasons(line)).toEqual([]);
});

it('stops for a line with negative stock', async () => {
  const line = await aLine({ onHand: 5 });
  await app.owner.query(
    'alter table inventory_stock_balance drop constraint if exists inventory_stock_balance_not_negative',
  );
  await app.owner.query(
    'alter table inventory_stock_balance drop constraint if exists inventory_stock_balance_reserved_check',
  );
  await app.owner.query('update inventory_stock_balance set on_hand = -1 where item_id = $1', [line.item.id]);
  expect(await proposed(line)).toBeNull();
  expect(await reasons(line)).toEqual(['NEGATIVE_STOCK']);
});

it('stops for a line without limits or terms, and lists why, once', async () => {
  const limitless = await aLine({ maximum: null, onHand: 5 });
  const termless = await aLine({ onHand: 5 });
  await app.owner.query('update catalog_supplier_item set is_active = false where item_id = $1', [termless.item.id]);
  await aRun(corridor, { agreementId: limitless.agreementId });
  await aRun(corridor, { agreementId: termless.agreementId });
  expect(await aRun(corridor, { agreementId: termless.agreementId })).toMatchObject({ issueCount: 0 });
  expect([await reasons(limitless), await reasons(termless)]).toEqual([['MISSING_LIMITS'], ['MISSING_TERMS']]);
  const { vmiRunIssues } = await app.ask<{
    vmiRunIssues: { nodes: { message: string; line: { id: string } }[] };
  }>(corridor.buyer, '{ vmiRunIssues(first: 50) { nodes { reason message line { id } } } }');
  expect(vmiRunIssues.nodes.find(({ line }) => line.id === termless.id)?.message).toBe(
    'The supplier has no active terms for the item',
  );
});

it('says so when one pack would pass the maximum', async () => {
  const wish = { minimum: 0, reorderPoint: 5, maximum: 20, pack: { orderMultiple: new Decimal(30) } };
  const line = await aLine(wish, { roundingPolicy: 'DOWN_TO_MAX' });
  expect(await proposed(line)).toBeNull();
  expect(await reasons(line)).toEqual(['PACK_ABOVE_MAX']);
});

it('explains the quantity in the language of the reader', async () => {
  const line = await aLine({ onHand: 5, pack: { orderMultiple: new Decimal(12), leadTimeDays: 2 } });
  await aRun(corridor, { agreementId: line.agreementId });
  const document = 'query ($id: ID!) { vmiLine(id: $id) { openProposal { explanation { code label value } } } }';
  type Explained = {
    vmiLine: { openProposal: { explanation: { code: string; label: string; value: string }[] } };
  };
  const { vmiLine } = await app.ask<Explained>(corridor.planner, document, { id: line.id });
  const steps = Object.fromEntries(vmiLine.openProposal.explanation.map(({ code, value }) => [code, value]));
  expect(steps).toMatchObject({
    ON_HAND: '5 EA',
    POSITION: '5 EA',
    REORDER_POINT: '20 EA',
    MAXIMUM: '100 EA',
    SHORT: '95 EA',
    MULTIPLE: '12 EA',
    PROPOSED: '96 EA',
    LEAD_TIME: '2',
  });
  const chinese = await app.ask<Explained>({ ...corridor.planner, locale: 'zh-CN' }, document, {
    id: line.id,
  });
  expect(chinese.vmiLine.openProposal.explanation[0]?.label).toBe('现有库存');
});

it('refuses a run to whoever does not plan, and does not exist for suppliers', async () => {
  const document =
    'mutation ($input: ReplenishmentRunInput!) { replenishmentRun(input: $input) { userErrors { code } } }';
  const input = { idempotencyKey: key() };
  const viewer = await anActor(app, corridor.company, 'BUYER');
  const refused = await app.run(viewer, document, { input });
  expect(refused.errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
  const hidden = await app.run(corridor.planner, document, { input });
  expect(hidden.errors?.[0]?.message).toContain('ReplenishmentRunInput');
});

it('makes an agreement per supplier of its terms, with limits from the item', async () => {
  const fresh = await aCorridor(app, 'Vendor of Terms');
  const item = await anItem(app, { safetyStock: new Decimal(50), reorderPoint: new Decimal(75) });
  await aSupplierItem(app, fresh.supplier.id, item.id, { minimumQuantity: new Decimal(20) });
  const { agreementsFromTerms } = await app.ask<{
    agreementsFromTerms: { agreements: { id: string; state: string }[]; lineCount: number };
  }>(
    fresh.buyer,
    'mutation ($input: AgreementsFromTermsInput!) { agreementsFromTerms(input: $input) { agreements { id state } lineCount userErrors { code } } }',
    {
      input: {
        siteId: gid('sit', fresh.siteId),
        supplierIds: [gid('org', fresh.supplier.id)],
        validFrom: today,
        isSignedElsewhere: true,
        idempotencyKey: key(),
      },
    },
  );
  expect(agreementsFromTerms).toMatchObject({ agreements: [{ state: 'ACTIVE' }], lineCount: 1 });
  await app.deliver();
  const { vmiLines } = await app.ask<{ vmiLines: { nodes: object[] } }>(
    fresh.planner,
    '{ vmiLines(first: 10) { nodes { colour limits { minimum { value } reorderPoint { value } maximum { value } } } } }',
  );
  expect(vmiLines.nodes).toEqual([
    {
      colour: 'OUT_OF_STOCK',
      limits: { minimum: { value: '50' }, reorderPoint: { value: '75' }, maximum: { value: '95' } },
    },
  ]);
});
