import { Decimal } from '../../../server/src/kernel/decimal.ts';
import { newId, toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Item } from '../../../server/src/modules/catalog/item/item.entity.ts';
import type { SupplierItem } from '../../../server/src/modules/catalog/supplier-item/supplier-item.entity.ts';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import type { Role } from '../../../server/src/platform/access/role.ts';
import type { TestApp } from '../app.ts';
import { anItem, aSite, aSupplierItem, type PriceDraft } from './catalog.ts';
import { anActor, anOrganisation } from './identity.ts';
import { someStock } from './inventory.ts';

/** Who stands on either side of the corridor, and where the stock lies. */
export interface Corridor {
  readonly app: TestApp;
  readonly company: Organisation;
  readonly supplier: Organisation;
  readonly siteId: string;
  /** May do everything a buyer and planner may. */
  readonly buyer: Actor;
  /** May do everything a supplier may. */
  readonly planner: Actor;
}

export const gid = (prefix: string, id: string): string => toGlobalId(prefix, id);
export const key = (name = 'key'): string => `${name}-${newId()}`;

/** A company with a site, and a supplier. */
export async function aCorridor(app: TestApp, supplierName?: string, siteId?: string): Promise<Corridor> {
  const company = await anOrganisation(app, 'company');
  const supplier = await anOrganisation(app, 'supplier', supplierName);
  const staff: Role[] = ['ADMIN', 'BUYER', 'PLANNER', 'WAREHOUSE'];
  return {
    app,
    company,
    supplier,
    siteId: siteId ?? (await aSite(app)),
    buyer: await anActor(app, company, ...staff),
    planner: await anActor(app, supplier, 'SUPPLIER_ADMIN', 'SUPPLIER_PLANNER', 'SUPPLIER_SHIPPING'),
  };
}

export interface LineWish {
  readonly item?: Item;
  readonly minimum?: number | null;
  readonly reorderPoint?: number | null;
  readonly maximum?: number | null;
  readonly mode?: 'STATIC' | 'DAYS_OF_SUPPLY';
  readonly quotaShare?: number;
  readonly onHand?: number;
  readonly pack?: Partial<SupplierItem> | null;
  readonly prices?: readonly PriceDraft[];
}

export interface AgreementWish {
  readonly terms?: Record<string, unknown>;
  readonly isConsignment?: boolean;
  readonly validFrom?: string;
  readonly validTo?: string | null;
  readonly lines?: readonly LineWish[];
}

export interface MadeLine {
  readonly id: string;
  readonly item: Item;
}

export interface MadeAgreement {
  readonly id: string;
  readonly lines: readonly MadeLine[];
}

type Drafted = { agreementDraft: { agreement: { id: string; version: number } } };

const DRAFT =
  'mutation ($input: AgreementDraftInput!) { agreementDraft(input: $input) { agreement { id version } userErrors { code message path } } }';

/** A draft of the company with these lines; each item is made with the supplier's terms and stock unless given. */
export async function aDraft(corridor: Corridor, wish: AgreementWish = {}): Promise<MadeAgreement> {
  const { app, buyer, supplier, siteId } = corridor;
  const { isConsignment = false, validFrom = '2020-01-01', validTo = null, terms = {} } = wish;
  const items: Item[] = [];
  const lines: object[] = [];
  for (const line of wish.lines ?? [{}]) {
    const item = await theItem(corridor, line, isConsignment);
    items.push(item);
    const quotaShare = line.quotaShare === undefined ? null : String(line.quotaShare);
    lines.push({ itemId: gid('itm', item.id), limits: limitsOf(line), quotaShare });
  }
  const { agreementDraft } = await app.ask<Drafted>(buyer, DRAFT, {
    input: {
      supplierId: gid('org', supplier.id),
      siteId: gid('sit', siteId),
      isConsignment,
      validFrom,
      validTo,
      terms,
      lines,
    },
  });
  const made = await linesOf(corridor, agreementDraft.agreement.id);
  return {
    id: agreementDraft.agreement.id,
    lines: items.map((item) => ({ item, id: made.get(item.sku) ?? '' })),
  };
}

async function theItem(corridor: Corridor, line: LineWish, isConsignment: boolean): Promise<Item> {
  const { app, supplier, company, siteId } = corridor;
  const item = line.item ?? (await anItem(app));
  if (line.pack !== null) await aSupplierItem(app, supplier.id, item.id, line.pack ?? {}, line.prices);
  const ownerId = isConsignment ? supplier.id : company.id;
  if (line.onHand) await someStock(app, { itemId: item.id, siteId, ownerId, quantity: line.onHand });
  return item;
}

const text = (value: number | null | undefined, usual: number): string | null =>
  value === null ? null : String(value ?? usual);

export const limitsOf = (line: LineWish) => ({
  mode: line.mode ?? 'STATIC',
  minimum: text(line.minimum, 10),
  reorderPoint: text(line.reorderPoint, 20),
  maximum: text(line.maximum, 100),
});

async function linesOf({ app, buyer }: Corridor, agreementId: string): Promise<Map<string, string>> {
  const { vmiLines } = await app.ask<{ vmiLines: { nodes: { id: string; item: { sku: string } }[] } }>(
    buyer,
    'query ($id: ID!) { vmiLines(first: 100, agreementId: $id) { nodes { id item { sku } } } }',
    { id: agreementId },
  );
  return new Map(vmiLines.nodes.map(({ id, item }) => [item.sku, id]));
}

export interface Acted {
  readonly code: string | null;
  readonly state: string | null;
  readonly version: number | null;
}

type ActPayload = Record<
  string,
  { agreement: { state: string; version: number } | null; userErrors: { code: string }[] }
>;

/** Acts on an agreement as it stands now, and says what came of it. */
export async function actOn(
  corridor: Corridor,
  actor: Actor,
  act: string,
  agreementId: string,
  more: Record<string, unknown> = {},
): Promise<Acted> {
  const type = act === 'agreementAmend' ? 'AgreementAmendInput' : 'AgreementActInput';
  const expectedVersion = await versionOf(corridor, actor, agreementId);
  const { data, errors } = await corridor.app.run<ActPayload>(
    actor,
    `mutation ($input: ${type}!) { ${act}(input: $input) { agreement { state version } userErrors { code message path } } }`,
    { input: { agreementId, expectedVersion, ...more } },
  );
  if (errors?.length) throw errors[0]?.originalError ?? new Error(errors[0]?.message);
  return acted(data[act]);
}

async function versionOf({ app }: Corridor, actor: Actor, id: string): Promise<number> {
  const document = 'query ($id: ID!) { vmiAgreement(id: $id) { version } }';
  const { vmiAgreement } = await app.ask<{ vmiAgreement: { version: number } | null }>(actor, document, {
    id,
  });
  return vmiAgreement?.version ?? 1;
}

const acted = (payload: ActPayload[string] | undefined): Acted => ({
  code: payload?.userErrors[0]?.code ?? null,
  state: payload?.agreement?.state ?? null,
  version: payload?.agreement?.version ?? null,
});

/** An agreement in force: drafted and proposed by the company, accepted by the supplier, figures computed. */
export async function anAgreement(corridor: Corridor, wish: AgreementWish = {}): Promise<MadeAgreement> {
  const draft = await aDraft(corridor, wish);
  await must(actOn(corridor, corridor.buyer, 'agreementPropose', draft.id));
  await must(actOn(corridor, corridor.planner, 'agreementAccept', draft.id));
  await corridor.app.deliver();
  return draft;
}

async function must(done: Promise<Acted>): Promise<void> {
  const { code } = await done;
  if (code) throw new Error(`Refused: ${code}`);
}

export interface RunCounts {
  readonly run: { id: string } | null;
  readonly lineCount: number;
  readonly proposalCount: number;
  readonly issueCount: number;
}

/** A replenishment run, asked for by the buyer; its events are delivered. */
export async function aRun(corridor: Corridor, input: Record<string, unknown> = {}): Promise<RunCounts> {
  const { replenishmentRun } = await corridor.app.ask<{ replenishmentRun: RunCounts }>(
    corridor.buyer,
    'mutation ($input: ReplenishmentRunInput!) { replenishmentRun(input: $input) { run { id } lineCount proposalCount issueCount userErrors { code message path } } }',
    { input: { idempotencyKey: key('run'), ...input } },
  );
  await corridor.app.deliver();
  return replenishmentRun;
}

export interface ProposalRow {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
  readonly quantity: { value: string; unit: string };
  readonly deliverOn: string;
}

/** The latest proposal of a line, as that actor sees it. */
export async function theProposal({ app }: Corridor, actor: Actor, lineId: string): Promise<ProposalRow | undefined> {
  const { vmiProposals } = await app.ask<{ vmiProposals: { nodes: ProposalRow[] } }>(
    actor,
    'query ($lineId: ID!) { vmiProposals(first: 1, lineId: $lineId) { nodes { id number state version quantity { value unit } deliverOn } } }',
    { lineId },
  );
  return vmiProposals.nodes[0];
}

/** Uses up stock, as the warehouse issues it to production. */
export async function usage(app: TestApp, itemId: string, siteId: string, days: number, perDay: number): Promise<void> {
  await app.owner.query(
    `insert into inventory_daily_usage (item_id, site_id, day, quantity)
     select $1, $2, (now() at time zone 'UTC')::date - n, $4 from generate_series(1, $3::int) n`,
    [itemId, siteId, days, new Decimal(perDay).toString()],
  );
}
