import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestApp } from '../../support/app.ts';
import { anActor } from '../../support/factories/identity.ts';
import { aCorridor, actOn, aDraft, anAgreement, type Corridor, type MadeLine } from '../../support/factories/vmi.ts';

let app: TestApp;
let corridor: Corridor;
beforeAll(async () => {
  app = await TestApp.start();
  corridor = await aCorridor(app, 'Alpine Bearings');
});
afterAll(() => app.close());

const detail = `query ($id: ID!) { vmiAgreement(id: $id) { number state lineCount currentVersion { versionNo quantityTolerance } waitingVersion { versionNo state proposedBy } versions { versionNo state } allowedActions } }`;
type Detail = {
  vmiAgreement: {
    number: string;
    state: string;
    lineCount: number;
    currentVersion: { versionNo: number; quantityTolerance: string } | null;
    waitingVersion: { versionNo: number; state: string; proposedBy: string } | null;
    versions: { versionNo: number; state: string }[];
    allowedActions: string[];
  } | null;
};

it('is proposed by one side and comes into force when the other accepts', async () => {
  const { buyer, planner } = corridor;
  const draft = await aDraft(corridor);
  expect((await app.ask<Detail>(planner, detail, { id: draft.id })).vmiAgreement).toBeNull();
  expect(await actOn(corridor, buyer, 'agreementPropose', draft.id)).toMatchObject({ state: 'PROPOSED' });
  const seen = await app.ask<Detail>(planner, detail, { id: draft.id });
  expect(seen.vmiAgreement).toMatchObject({ state: 'PROPOSED', lineCount: 1 });
  expect(seen.vmiAgreement?.allowedActions).toContain('vmi.agreement.accept');
  expect(await actOn(corridor, planner, 'agreementAccept', draft.id)).toMatchObject({ state: 'ACTIVE' });
  const active = await app.ask<Detail>(buyer, detail, { id: draft.id });
  expect(active.vmiAgreement?.number).toMatch(/^VMI-\d{6}$/);
  expect(active.vmiAgreement?.currentVersion?.versionNo).toBe(1);
});

it('does not let the side that proposed accept', async () => {
  const draft = await aDraft(corridor);
  await actOn(corridor, corridor.buyer, 'agreementPropose', draft.id);
  expect(await actOn(corridor, corridor.buyer, 'agreementAccept', draft.id)).toMatchObject({
    code: 'OWN_PROPOSAL',
  });
});

it('keeps old terms readable when an amendment is accepted, and in force until then', async () => {
  const { buyer, planner } = corridor;
  const { id } = await anAgreement(corridor, { terms: { quantityTolerance: '0.05' } });
  await actOn(corridor, planner, 'agreementAmend', id, { terms: { quantityTolerance: '0.2' } });
  const waiting = await app.ask<Detail>(buyer, detail, { id });
  expect(waiting.vmiAgreement).toMatchObject({
    state: 'ACTIVE',
    currentVersion: { versionNo: 1, quantityTolerance: '0.05' },
    waitingVersion: { versionNo: 2, state: 'PROPOSED', proposedBy: 'SUPPLIER' },
  });
  await actOn(corridor, buyer, 'agreementAccept', id);
  const amended = await app.ask<Detail>(planner, detail, { id });
  expect(amended.vmiAgreement).toMatchObject({
    currentVersion: { versionNo: 2, quantityTolerance: '0.2' },
    versions: [
      { versionNo: 2, state: 'ACCEPTED' },
      { versionNo: 1, state: 'ACCEPTED' },
    ],
  });
});

it('refuses in the database to rewrite terms that were proposed', async () => {
  const { id } = await anAgreement(corridor);
  const key = id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  await expect(
    app.owner.query('update vmi_agreement_version set quantity_tolerance = 0.5 where agreement_id = $1', [key]),
  ).rejects.toThrow('proposed terms do not change');
});

it('becomes a draft again when it is refused, and may be proposed anew', async () => {
  const { buyer, planner } = corridor;
  const { id } = await aDraft(corridor);
  await actOn(corridor, buyer, 'agreementPropose', id);
  expect(await actOn(corridor, planner, 'agreementRefuse', id)).toMatchObject({ code: 'REASON_NEEDED' });
  expect(await actOn(corridor, planner, 'agreementRefuse', id, { note: 'too tight' })).toMatchObject({
    state: 'DRAFT',
  });
  expect(await actOn(corridor, buyer, 'agreementPropose', id)).toMatchObject({ state: 'PROPOSED' });
  const again = await app.ask<Detail>(planner, detail, { id });
  expect(again.vmiAgreement?.versions).toEqual([
    { versionNo: 2, state: 'PROPOSED' },
    { versionNo: 1, state: 'REFUSED' },
  ]);
});

it('is refused without lines', async () => {
  const { id } = await aDraft(corridor, { lines: [] });
  expect(await actOn(corridor, corridor.buyer, 'agreementPropose', id)).toMatchObject({
    code: 'AGREEMENT_WITHOUT_LINES',
  });
});

it('lets one agreement at a time govern an item of a supplier at a site', async () => {
  const { lines } = await anAgreement(corridor);
  const [first] = lines as [MadeLine];
  const second = await aDraft(corridor, { lines: [{ item: first.item, pack: null }] });
  await actOn(corridor, corridor.buyer, 'agreementPropose', second.id);
  expect(await actOn(corridor, corridor.planner, 'agreementAccept', second.id)).toMatchObject({
    code: 'GOVERNED_ELSEWHERE',
  });
});

it('rests and goes on, and ends for good', async () => {
  const { buyer } = corridor;
  const { id } = await anAgreement(corridor);
  expect(await actOn(corridor, buyer, 'agreementSuspend', id)).toMatchObject({ code: 'REASON_NEEDED' });
  expect(await actOn(corridor, buyer, 'agreementSuspend', id, { note: 'stocktaking' })).toMatchObject({
    state: 'SUSPENDED',
  });
  expect(await actOn(corridor, buyer, 'agreementResume', id)).toMatchObject({ state: 'ACTIVE' });
  expect(await actOn(corridor, buyer, 'agreementTerminate', id, { note: 'moved' })).toMatchObject({
    state: 'TERMINATED',
  });
  expect(await actOn(corridor, buyer, 'agreementResume', id)).toMatchObject({ code: 'NOT_ALLOWED_NOW' });
});

it('answers a foreign agreement and an unknown one alike', async () => {
  const other = await aCorridor(app, 'Baltic Steel');
  const { id } = await anAgreement(corridor);
  const foreign = await app.run(other.planner, detail, { id });
  const unknown = await app.run(other.planner, detail, { id: 'vag_0198c5c60000700080000000000000ff' });
  expect(foreign).toEqual(unknown);
  const act =
    'mutation ($input: AgreementActInput!) { agreementTerminate(input: $input) { userErrors { code path } } }';
  const input = { expectedVersion: 1, note: 'x' };
  const refused = await app.run(other.planner, act, { input: { ...input, agreementId: id } });
  expect(refused).toEqual(
    await app.run(other.planner, act, {
      input: { ...input, agreementId: 'vag_0198c5c60000700080000000000000ff' },
    }),
  );
});

it('refuses every act to roles that may not do it', async () => {
  const viewer = await anActor(app, corridor.company, 'VIEWER');
  const shipper = await anActor(app, corridor.supplier, 'SUPPLIER_VIEWER');
  const { id } = await anAgreement(corridor);
  for (const act of [
    'agreementPropose',
    'agreementAccept',
    'agreementRefuse',
    'agreementSuspend',
    'agreementResume',
    'agreementTerminate',
  ]) {
    for (const actor of [viewer, shipper]) {
      const { errors } = await app.run(
        actor,
        `mutation ($input: AgreementActInput!) { ${act}(input: $input) { userErrors { code } } }`,
        { input: { agreementId: id, expectedVersion: 1 } },
      );
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN');
    }
  }
});

it('lists agreements of the reader in one statement', async () => {
  const other = await aCorridor(app, 'Crown Castings');
  await anAgreement(other);
  const document =
    '{ vmiAgreements(first: 10) { nodes { number supplier { name } site { name } currentVersion { variant } allowedActions } totalCount } }';
  let data!: { vmiAgreements: { nodes: { supplier: { name: string } }[]; totalCount: number } };
  const statements = await app.statements(async () => (data = await app.ask(other.planner, document)));
  expect(statements).toHaveLength(1);
  expect(data.vmiAgreements.nodes.map(({ supplier }) => supplier.name)).toEqual(['Crown Castings']);
  expect(data.vmiAgreements.totalCount).toBe(1);
});
