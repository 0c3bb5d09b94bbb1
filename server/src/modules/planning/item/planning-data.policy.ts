import type { Decimal } from '../../../kernel/decimal.ts';
import type { LotRuleName } from '../planning.enums.types.ts';
import { InvalidFraction, InvalidLotRule, InvalidPlanningData } from '../planning.errors.ts';

type Amount = Decimal | null | undefined;

/** What a plan of an item is made by, as somebody wants it. */
export interface PlanningData {
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
  readonly scrap?: Amount;
  readonly demandFenceDays: number;
  readonly planningFenceDays: number;
}

const isAbove = (amount: Amount): boolean => amount?.gt(0) ?? false;
const isKnown = (amount: Amount): boolean => amount?.gte(0) ?? false;
const field = (name: string) => ['input', name];

/** @throws InvalidLotRule, InvalidPlanningData, InvalidFraction */
export function checkPlanningData(data: PlanningData): void {
  checkLotRule(data);
  checkAmounts(data);
  checkShares(data);
  checkTimes(data);
}

const NEEDS = {
  FIXED: ['a lot size', '固定批量', 'lotSize'],
  PERIOD: ['a number of buckets', '覆盖时段数', 'lotPeriods'],
  EOQ: ['a lot size, or the costs of an order and of holding', '批量，或订货成本与持有成本', 'lotSize'],
  COSTS: ['the costs of an order and of holding', '订货成本与持有成本', 'orderCost'],
} as const;

const hasCosts = ({ orderCost, holdingCost }: PlanningData): boolean => isAbove(orderCost) && isAbove(holdingCost);
const weighsCosts = ({ orderCost, holdingCost }: PlanningData) =>
  isKnown(orderCost) && isKnown(holdingCost) ? null : NEEDS.COSTS;

type Lack = (typeof NEEDS)[keyof typeof NEEDS] | null;

/** What a rule lacks to be followed. */
const LACKS: Readonly<Record<LotRuleName, (draft: PlanningData) => Lack>> = {
  LOT_FOR_LOT: () => null,
  FIXED: ({ lotSize }) => (isAbove(lotSize) ? null : NEEDS.FIXED),
  PERIOD: ({ lotPeriods }) => ((lotPeriods ?? 0) > 0 ? null : NEEDS.PERIOD),
  EOQ: (draft) => (isAbove(draft.lotSize) || hasCosts(draft) ? null : NEEDS.EOQ),
  SILVER_MEAL: weighsCosts,
  LEAST_UNIT_COST: weighsCosts,
  PART_PERIOD: weighsCosts,
  WAGNER_WHITIN: weighsCosts,
};

function checkLotRule(draft: PlanningData): void {
  const lacks = LACKS[draft.lotRule](draft);
  if (!lacks) return;
  const [needed_en, needed_zh, name] = lacks;
  throw new InvalidLotRule({ rule: draft.lotRule, needed_en, needed_zh }, field(name));
}

function checkAmounts(draft: PlanningData): void {
  for (const name of ['minimumQuantity', 'safetyStock', 'orderCost', 'holdingCost'] as const)
    if (draft[name]?.isNegative()) throw new InvalidPlanningData({}, field(name));
  for (const name of ['orderMultiple', 'maximumQuantity', 'lotSize'] as const)
    if (draft[name]?.lte(0)) throw new InvalidPlanningData({}, field(name));
  if (draft.maximumQuantity?.lt(draft.minimumQuantity ?? 0))
    throw new InvalidPlanningData({}, field('maximumQuantity'));
}

/** At least this, and less than one. */
const SHARES = { serviceLevel: 1e-9, scrap: 0 } as const;

function checkShares(draft: PlanningData): void {
  for (const name of ['serviceLevel', 'scrap'] as const)
    if (draft[name]?.lt(SHARES[name]) || draft[name]?.gte(1)) throw new InvalidFraction({}, field(name));
}

function checkTimes(draft: PlanningData): void {
  for (const name of ['leadTime', 'safetyLeadTime', 'demandFenceDays', 'planningFenceDays'] as const)
    if ((draft[name] ?? 0) < 0) throw new InvalidPlanningData({}, field(name));
}
