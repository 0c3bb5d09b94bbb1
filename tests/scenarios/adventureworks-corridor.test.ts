import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../server/src/kernel/id.ts';
import { systemClock } from '../../server/src/kernel/clock.ts';
import { importAdventureWorks } from '../../server/src/modules/integrations/adventureworks/import-adventureworks.ts';
import { Organisation } from '../../server/src/modules/identity/organisation/organisation.entity.ts';
import { systemActor, type Actor } from '../../server/src/platform/access/actor.ts';
import { adventureWorksFolder, adventureWorksSupply, hasAdventureWorks } from '../support/adventureworks.ts';
import { TestApp } from '../support/app.ts';
import { aLocation } from '../support/factories/inventory.ts';
import { anActor, anOrganisation } from '../support/factories/identity.ts';
import { gid } from '../support/factories/vmi.ts';

interface Proposal {
  id: string;
  version: number;
  deliverOn: string;
  quantity: { value: string };
  line: { id: string; item: { id: string } };
  supplier: { id: string };
}

/** At the site it may still be the day before. */
const yesterday = (): string => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

/** The sample's 460 vendor terms become agreements; one supplier answers what the run proposes, ships, and stock rises. */
function story(): void {
  let app: TestApp;
  let planner: Actor;
  let warehouse: Actor;
  let seller: Actor;
  let siteId: string;
  let proposal: Proposal;

  const act = async <T>(actor: Actor, name: string, type: string, show: string, input: object): Promise<T> => {
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${show} userErrors { code message path } } }`;
    const data = await app.ask<Record<string, T>>(actor, document, {
      input: { idempotencyKey: newId(), ...input },
    });
    await app.deliver();
    return data[name] as T;
  };
  const onHand = async (actor: Actor): Promise<number> => {
    const { vmiLine } = await app.ask<{ vmiLine: { onHand: { value: string } } }>(
      actor,
      'query ($id: ID!) { vmiLine(id: $id) { onHand { value } } }',
      { id: proposal.line.id },
    );
    return Number(vmiLine.onHand.value);
  };

  beforeAll(async () => {
    app = await TestApp.start();
    await importAdventureWorks(app.database, systemActor('import'), await adventureWorksSupply(), {
      shiftToToday: true,
      clock: systemClock,
    });
    const company = await anOrganisation(app, 'company');
    planner = await anActor(app, company, 'PLANNER', 'BUYER');
    warehouse = await anActor(app, company, 'WAREHOUSE');
    siteId = (await app.owner.query<{ id: string }>('select id from catalog_site'))[0]?.id ?? '';
  });
  afterAll(() => app.close());

  it('makes agreements of the terms, a line for each of the 460 that is bought', async () => {
    const made = await act<{ agreements: { id: string }[]; lineCount: number }>(
      planner,
      'agreementsFromTerms',
      'AgreementsFromTermsInput',
      'lineCount agreements { id }',
      {
        siteId: gid('sit', siteId),
        validFrom: yesterday(),
        isSignedElsewhere: true,
      },
    );
    expect(made.lineCount).toBe(460);
    expect(made.agreements).toHaveLength(86);
  });

  it('proposes what is at or below its reorder point, once', async () => {
    const run = () =>
      act<{ lineCount: number; proposalCount: number }>(
        planner,
        'replenishmentRun',
        'ReplenishmentRunInput',
        'lineCount proposalCount',
        {},
      );
    const first = await run();
    expect(first.lineCount).toBe(460);
    expect(first.proposalCount).toBeGreaterThan(0);
    expect(await run()).toMatchObject({ proposalCount: 0 });
  });

  it('asks the supplier, who says yes', async () => {
    const { vmiProposals } = await app.ask<{ vmiProposals: { nodes: Proposal[] } }>(
      planner,
      '{ vmiProposals(first: 1) { nodes { id version deliverOn quantity { value } line { id item { id } } supplier { id } } } }',
    );
    proposal = vmiProposals.nodes[0] as Proposal;
    const supplierId = proposal.supplier.id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    const supplier = await app.prepare(({ em }) => em.findOneOrFail(Organisation, supplierId));
    seller = await anActor(app, supplier, 'SUPPLIER_ADMIN');
    const { proposal: answered } = await act<{ proposal: { state: string } }>(
      seller,
      'proposalAnswer',
      'ProposalAnswerInput',
      'proposal { state }',
      {
        proposalId: proposal.id,
        expectedVersion: proposal.version,
        decision: 'ACCEPT',
      },
    );
    expect(answered.state).toBe('ACCEPTED');
  });

  it('is shipped, received, and our stock rises by what was proposed', async () => {
    const before = await onHand(seller);
    const { vmiCommitments } = await app.ask<{
      vmiCommitments: { nodes: { scheduleLine: { id: string } }[] };
    }>(seller, 'query ($id: ID!) { vmiCommitments(first: 1, lineId: $id) { nodes { scheduleLine { id } } } }', {
      id: proposal.line.id,
    });
    const { openScheduleLines } = await app.ask<{
      openScheduleLines: { nodes: { id: string; openQuantity: { value: string } }[] };
    }>(seller, '{ openScheduleLines(first: 100) { nodes { id openQuantity { value } } } }');
    const scheduleLineId = vmiCommitments.nodes[0]?.scheduleLine.id ?? '';
    const quantity =
      openScheduleLines.nodes.find(({ id }) => id === scheduleLineId)?.openQuantity.value ?? proposal.quantity.value;
    type Saved = { notice: { id: string; version: number; lines: { id: string }[] } };
    const { notice } = await act<Saved>(
      seller,
      'shipmentNoticeSave',
      'ShipmentNoticeSaveInput',
      'notice { id version lines { id } }',
      {
        number: 'AW-1',
        expectedOn: proposal.deliverOn,
        lines: [{ scheduleLineId, quantity }],
      },
    );
    const today = new Date().toISOString().slice(0, 10);
    await act(seller, 'shipmentNoticeSubmit', 'ShipmentNoticeSubmitInput', 'notice { state }', {
      id: notice.id,
      expectedVersion: notice.version,
      shippedOn: today,
    });
    const toLocationId = gid('loc', await aLocation(app, siteId));
    await act(warehouse, 'receiptPost', 'ReceiptPostInput', 'receipt { id }', {
      noticeId: notice.id,
      isComplete: true,
      toLocationId,
      lines: [{ noticeLineId: notice.lines[0]?.id, receivedQuantity: quantity }],
    });
    expect((await onHand(seller)) - before).toBe(Number(proposal.quantity.value));
  });
}

describe('a corridor over AdventureWorks', () => {
  if (hasAdventureWorks) return story();
  it('is not beside the project', () => {
    console.log(`The corridor over AdventureWorks was not told: there is no ${adventureWorksFolder}.`);
    expect(hasAdventureWorks).toBe(false);
  });
});
