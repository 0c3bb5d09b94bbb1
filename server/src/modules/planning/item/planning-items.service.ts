import { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound, StaleObject } from '../../../platform/graphql/errors.ts';
import { Item } from '../../catalog/item/item.entity.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import { InvalidFraction, InvalidLotRule, InvalidPlanningData } from '../planning.errors.ts';
import type { LeadTimeKind, LeadTimeUnit, LotRuleName } from '../planning.enums.types.ts';
import { PlanningItem } from './planning-item.entity.ts';

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
    checkTimes(draft);
    const { itemId, siteId } = draft;
    if (!(await work.em.findOne(Item, itemId))) throw new NotFound({}, field('itemId'));
    if (!(await work.em.findOne(Site, siteId))) throw new NotFound({}, field('siteId'));
    const known = await work.em.findOne(PlanningItem, { itemId, siteId });
    if (known && known.version !== draft.expectedVersion) throw new StaleObject({}, field('expectedVersion'));
    const planned = Object.assign(known ?? new PlanningItem(), valuesOf(draft));
    work.em.persist(planned);
    await work.em.flush();
    return planned.id;
  }
}

function valuesOf({ expectedVersion: _version, ...draft }: PlanningItemDraft): Partial<PlanningItem> {
  return {
    ...draft,
    lotSize: draft.lotSize ?? null,
    lotPeriods: draft.lotPeriods ?? null,
    orderCost: draft.orderCost ?? null,
    holdingCost: draft.holdingCost ?? null,
    minimumQuantity: draft.minimumQuantity ?? ZERO,
    orderMultiple: draft.orderMultiple ?? null,
    maximumQuantity: draft.maximumQuantity ?? null,
    safetyStock: draft.safetyStock ?? ZERO,
    serviceLevel: draft.serviceLevel ?? null,
    leadTime: draft.leadTime ?? null,
    scrap: draft.scrap ?? ZERO,
  };
}

const NEEDS = {
  FIXED: ['a lot size', '固定批量', 'lotSize'],
  PERIOD: ['a number of buckets', '覆盖时段数', 'lotPeriods'],
  EOQ: ['a lot size, or the costs of an order and of holding', '批量，或订货成本与持有成本', 'lotSize'],
  COSTS: ['the costs of an order and of holding', '订货成本与持有成本', 'orderCost'],
} as const;

function checkLotRule({ lotRule: rule, lotSize, lotPeriods, orderCost, holdingCost }: PlanningItemDraft): void {
  const hasCosts = isAbove(orderCost) && isAbove(holdingCost);
  const lacks = {
    LOT_FOR_LOT: null,
    FIXED: isAbove(lotSize) ? null : NEEDS.FIXED,
    PERIOD: (lotPeriods ?? 0) > 0 ? null : NEEDS.PERIOD,
    EOQ: isAbove(lotSize) || hasCosts ? null : NEEDS.EOQ,
    SILVER_MEAL: hasCosts ? null : NEEDS.COSTS,
    LEAST_UNIT_COST: hasCosts ? null : NEEDS.COSTS,
    PART_PERIOD: hasCosts ? null : NEEDS.COSTS,
    WAGNER_WHITIN: hasCosts ? null : NEEDS.COSTS,
  }[rule];
  if (!lacks) return;
  const [needed_en, needed_zh, name] = lacks;
  throw new InvalidLotRule({ rule, needed_en, needed_zh }, field(name));
}

function checkAmounts(draft: PlanningItemDraft): void {
  const { maximumQuantity, minimumQuantity, orderMultiple, serviceLevel, scrap } = draft;
  for (const name of ['minimumQuantity', 'safetyStock', 'orderCost', 'holdingCost'] as const)
    if (draft[name]?.isNegative()) throw new InvalidPlanningData({}, field(name));
  if (orderMultiple && !isAbove(orderMultiple)) throw new InvalidPlanningData({}, field('orderMultiple'));
  if (maximumQuantity && (!isAbove(maximumQuantity) || maximumQuantity.lt(minimumQuantity ?? 0)))
    throw new InvalidPlanningData({}, field('maximumQuantity'));
  if (serviceLevel && (!isAbove(serviceLevel) || serviceLevel.gte(1)))
    throw new InvalidFraction({}, field('serviceLevel'));
  if (scrap && (scrap.isNegative() || scrap.gte(1))) throw new InvalidFraction({}, field('scrap'));
}

function checkTimes(draft: PlanningItemDraft): void {
  for (const name of ['leadTime', 'safetyLeadTime', 'demandFenceDays', 'planningFenceDays'] as const)
    if ((draft[name] ?? 0) < 0) throw new InvalidPlanningData({}, field(name));
}

export const planningItems = new PlanningItems();
