import { registerEnumType } from 'type-graphql';

/** An enum whose values are their own names, as GraphQL shows them. */
const named = <const Name extends string>(names: readonly Name[]): { readonly [N in Name]: N } =>
  Object.fromEntries(names.map((name) => [name, name])) as { readonly [N in Name]: N };

export const LotRuleEnum = named([
  'LOT_FOR_LOT',
  'FIXED',
  'PERIOD',
  'EOQ',
  'SILVER_MEAL',
  'LEAST_UNIT_COST',
  'PART_PERIOD',
  'WAGNER_WHITIN',
]);
export type LotRuleName = keyof typeof LotRuleEnum;
registerEnumType(LotRuleEnum, { name: 'LotRule', description: 'How net requirements are grouped into orders.' });

export const LeadTimeUnitEnum = named(['WORKING_DAY', 'WEEK']);
export type LeadTimeUnit = keyof typeof LeadTimeUnitEnum;
registerEnumType(LeadTimeUnitEnum, { name: 'LeadTimeUnit' });
export const LeadTimeKindEnum = named(['HARD', 'SOFT']);
export type LeadTimeKind = keyof typeof LeadTimeKindEnum;
registerEnumType(LeadTimeKindEnum, {
  name: 'LeadTimeKind',
  description: 'HARD: it cannot be shortened. SOFT: expediting may.',
});

export const PlannedOrderKindEnum = named(['BUY', 'MAKE', 'VMI']);
export type PlannedOrderKind = keyof typeof PlannedOrderKindEnum;
registerEnumType(PlannedOrderKindEnum, {
  name: 'PlannedOrderKind',
  description: 'What it becomes: a purchase order, a work order, or a proposal under an agreement.',
});
export const PlannedOrderStateEnum = named(['OPEN', 'CONVERTED']);
export type PlannedOrderState = keyof typeof PlannedOrderStateEnum;
registerEnumType(PlannedOrderStateEnum, { name: 'PlannedOrderState' });

export const MessageKindEnum = named([
  'NEW',
  'EXPEDITE',
  'DEFER',
  'CHANGE',
  'CANCEL',
  'PAST_DUE',
  'SHORTAGE',
  'BELOW_SAFETY',
  'FENCE',
  'CAPACITY',
]);
export type MessageKind = keyof typeof MessageKindEnum;
registerEnumType(MessageKindEnum, { name: 'PlanningMessageKind', description: 'What a run asks a planner to do.' });
export const MessageStateEnum = named(['OPEN', 'DONE', 'DISMISSED', 'ENDED']);
export type MessageState = keyof typeof MessageStateEnum;
registerEnumType(MessageStateEnum, {
  name: 'PlanningMessageState',
  description: 'ENDED: a later run no longer saw its cause.',
});

export const DemandKindEnum = named(['FIRM', 'FORECAST']);
export type DemandKind = keyof typeof DemandKindEnum;
registerEnumType(DemandKindEnum, { name: 'DemandKind', description: 'Ordered, or expected.' });

export const ForecastMethodEnum = named(['MOVING_AVERAGE', 'SES', 'HOLT', 'HOLT_WINTERS', 'CROSTON', 'SBA']);
export type ForecastMethodName = keyof typeof ForecastMethodEnum;
registerEnumType(ForecastMethodEnum, {
  name: 'ForecastMethod',
  description: 'SES: simple exponential smoothing. SBA: Croston, corrected by Syntetos and Boylan.',
});
export const DemandSourceEnum = named(['ORDERS', 'USAGE']);
export type DemandSource = keyof typeof DemandSourceEnum;
registerEnumType(DemandSourceEnum, {
  name: 'DemandSource',
  description: 'What a history is made of: orders by the day they were wanted, or what was drawn from stock.',
});
export const LeadTimeSourceEnum = named(['RECEIPTS', 'PLANNED']);
export type LeadTimeSource = keyof typeof LeadTimeSourceEnum;
registerEnumType(LeadTimeSourceEnum, {
  name: 'LeadTimeSource',
  description: 'RECEIPTS: learned from them. PLANNED: there are too few; it is taken as certain.',
});
