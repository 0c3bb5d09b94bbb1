import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { Item } from '../../catalog/item/item.entity.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import { InvalidFraction, InvalidLotRule, InvalidPlanningData } from '../planning.errors.ts';
import type { LeadTimeKind, LeadTimeUnit, LotRuleName } from '../planning.enums.types.ts';
import { PlanningItem } from './planning-item.entity.ts';
import { keepSources, type PlanningSourceDraft } from './planning-sources.service.ts';

type Amount = Decimal | null | undefined;

/** How somebody wants an item to be planned at a site. */
export interface PlanningItemDraft {
  readonly itemId: string;
  readonly siteId: string;
  readonly expectedVersion?: number | null;
  readonly lotRule: LotRuleName;
  readonly lotSize?: Amount;
  readonly lotPeriods?: number | null;
  readonly orderCost?: Amount;
  readonly holdingCost?: Amount;
  readonly minimumQuantity?: Amount;
  readonly orderMultiple?: Amount;
  readonly maximumQuantity?: Amount;
  readonly safetyStock?: Amount;
  readonly serviceLevel?: Amount;
  readonly safetyLeadTime: number;
  readonly leadTime?: number | null;
  readonly leadTimeUnit: LeadTimeUnit;
  readonly leadTimeKind: LeadTimeKind;
  readonly scrap?: Amount;
  readonly demandFenceDays: number;
  readonly planningFenceDays: number;
  readonly isMasterScheduled: boolean;
  /** All of them; left out: as they are. */
  readonly sources?: readonly PlanningSourceDraft[] | null | undefined;
}

const ZERO = new Decimal(0);
const isAbove = (amount: Amount): boolean => amount?.gt(0) ?? false;
const field = (name: string) => ['input', name];

/** Keeps the planning data of items. */
class PlanningItems {
  /** @throws InvalidLotRule, InvalidPlanningData, InvalidFraction, StaleObject, NotFound */
  async save(work: Work, draft: PlanningItemDraft): Promise<string> {
    checkLotRule(draft);
    checkAmounts(draft);
    checkShares(draft);
    checkTimes(draft);
    const { itemId, siteId } = draft;
    if (!(await work.em.findOne(Item, itemId))) throw new NotFound({}, field('itemId'));
    if (!(await work.em.findOne(Site, siteId))) throw new NotFound({}, field('siteId'));
    const known = await work.em.findOne(PlanningItem, { itemId, siteId });
    if (known && known.version !== draft.expectedVersion) throw new StaleObject({}, field('expectedVersion'));
    const planned = Object.assign(known ?? new PlanningItem(), valuesOf(draft));
    work.em.persist(planned);
    await work.em.flush();
    if (draft.sources) await keepSources(work, { itemId, siteId }, draft.sources);
    return planned.id;
  }
}

/** What is left out is nothing, or zero where there is always a number. */
const NOTHING = {
  lotSize: null,
  lotPeriods: null,
  orderCost: null,
  holdingCost: null,
  minimumQuantity: ZERO,
  orderMultiple: null,
  maximumQuantity: null,
  safetyStock: ZERO,
  serviceLevel: null,
  leadTime: null,
  scrap: ZERO,
} as const;

function valuesOf({
  expectedVersion: _version,
  sources: _sources,
  ...draft
}: PlanningItemDraft): Partial<PlanningItem> {
  const said = Object.entries(draft).filter(([, value]) => value !== null && value !== undefined);
  return { ...NOTHING, ...Object.fromEntries(said) };
}

const NEEDS = {
  FIXED: ['a lot size', '固定批量', 'lotSize'],
  PERIOD: ['a number of buckets', '覆盖时段数', 'lotPeriods'],
  EOQ: ['a lot size, or the costs of an order and of holding', '批量，或订货成本与持有成本', 'lotSize'],
  COSTS: ['the costs of an order and of holding', '订货成本与持有成本', 'orderCost'],
} as const;

const hasCosts = ({ orderCost, holdingCost }: PlanningItemDraft): boolean => isAbove(orderCost) && isAbove(holdingCost);
const weighsCosts = (draft: PlanningItemDraft) => (hasCosts(draft) ? null : NEEDS.COSTS);

type Lack = (typeof NEEDS)[keyof typeof NEEDS] | null;

/** What a rule lacks to be followed. */
const LACKS: Readonly<Record<LotRuleName, (draft: PlanningItemDraft) => Lack>> = {
  LOT_FOR_LOT: () => null,
  FIXED: ({ lotSize }) => (isAbove(lotSize) ? null : NEEDS.FIXED),
  PERIOD: ({ lotPeriods }) => ((lotPeriods ?? 0) > 0 ? null : NEEDS.PERIOD),
  EOQ: (draft) => (isAbove(draft.lotSize) || hasCosts(draft) ? null : NEEDS.EOQ),
  SILVER_MEAL: weighsCosts,
  LEAST_UNIT_COST: weighsCosts,
  PART_PERIOD: weighsCosts,
  WAGNER_WHITIN: weighsCosts,
};

function checkLotRule(draft: PlanningItemDraft): void {
  const lacks = LACKS[draft.lotRule](draft);
  if (!lacks) return;
  const [needed_en, needed_zh, name] = lacks;
  throw new InvalidLotRule({ rule: draft.lotRule, needed_en, needed_zh }, field(name));
}

function checkAmounts(draft: PlanningItemDraft): void {
  for (const name of ['minimumQuantity', 'safetyStock', 'orderCost', 'holdingCost'] as const)
    if (draft[name]?.isNegative()) throw new InvalidPlanningData({}, field(name));
  for (const name of ['orderMultiple', 'maximumQuantity', 'lotSize'] as const)
    if (draft[name]?.lte(0)) throw new InvalidPlanningData({}, field(name));
  if (draft.maximumQuantity?.lt(draft.minimumQuantity ?? 0))
    throw new InvalidPlanningData({}, field('maximumQuantity'));
}

/** At least this, and less than one. */
const SHARES = { serviceLevel: 1e-9, scrap: 0 } as const;

function checkShares(draft: PlanningItemDraft): void {
  for (const name of ['serviceLevel', 'scrap'] as const)
    if (draft[name]?.lt(SHARES[name]) || draft[name]?.gte(1)) throw new InvalidFraction({}, field(name));
}

function checkTimes(draft: PlanningItemDraft): void {
  for (const name of ['leadTime', 'safetyLeadTime', 'demandFenceDays', 'planningFenceDays'] as const)
    if ((draft[name] ?? 0) < 0) throw new InvalidPlanningData({}, field(name));
}

export const planningItems = new PlanningItems();
