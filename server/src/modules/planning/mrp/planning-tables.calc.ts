import type { Layout, Packed, Piece } from './packed-rows.calc.ts';

/** What the planner is handed, table by table; `place` numbers the items of the run from 0. */
export const ITEMS = {
  place: 'int',
  site: 'int',
  rule: 'int',
  periods: 'int',
  leadTime: 'int',
  leadUnit: 'int',
  safetyLeadTime: 'int',
  demandFence: 'int',
  planningFence: 'int',
  isMade: 'int',
  isCounted: 'int',
  level: 'int',
  onHand: 'amount',
  safety: 'amount',
  lotSize: 'amount',
  minimum: 'amount',
  multiple: 'amount',
  maximum: 'amount',
  orderCost: 'number',
  holdingCost: 'number',
  scrap: 'number',
  supplier: 'uuid',
  id: 'uuid',
} as const satisfies Layout;

/** Bills with their components, and the first and last day each is valid; `rank` 1 is the bill that goes before the others. */
export const LINES = {
  parent: 'int',
  child: 'int',
  rank: 'int',
  billFrom: 'int',
  billUntil: 'int',
  from: 'int',
  until: 'int',
  isPhantom: 'int',
  isCounted: 'int',
  per: 'number',
  scrap: 'number',
} as const satisfies Layout;

export const DEMAND_KIND = { ORDER: 1, FORECAST: 2, ISSUE: 3 } as const;
/** Forecasts are consumed by orders of their `demandClass`. */
export const DEMAND = {
  place: 'int',
  bucket: 'int',
  kind: 'int',
  demandClass: 'int',
  quantity: 'amount',
} as const satisfies Layout;

export const SUPPLY_KIND = { PURCHASE: 1, WORK_ORDER: 2, SCHEDULED: 3, FIRM: 4 } as const;
/** `releaseDay` is -1 for what draws no components any more. Days count from 1970-01-01. */
export const SUPPLY = {
  place: 'int',
  kind: 'int',
  day: 'int',
  releaseDay: 'int',
  quantity: 'amount',
  id: 'uuid',
} as const satisfies Layout;

export const SCHEDULE = { place: 'int', bucket: 'int', quantity: 'amount' } as const satisfies Layout;

/** Planned orders of the last run that a new one may change. */
export const ORDERS = {
  place: 'int',
  isMade: 'int',
  releaseDay: 'int',
  dueDay: 'int',
  quantity: 'amount',
  id: 'uuid',
  supplier: 'uuid',
} as const satisfies Layout;

/** Who may supply an item, which share of it he is to have, and the most he can deliver in a week; below zero: any amount. */
export const SOURCES = {
  place: 'int',
  share: 'number',
  capacity: 'amount',
  supplier: 'uuid',
} as const satisfies Layout;

/** What is on order already, or firmly planned, of suppliers whose capacity is limited. */
export const BOOKED = { place: 'int', day: 'int', quantity: 'amount', supplier: 'uuid' } as const satisfies Layout;

/** Messages whose cause still stood at the last run. */
export const MESSAGES = {
  place: 'int',
  kind: 'int',
  subjectKind: 'int',
  currentDay: 'int',
  wantedDay: 'int',
  currentQuantity: 'amount',
  wantedQuantity: 'amount',
  id: 'uuid',
  subject: 'uuid',
} as const satisfies Layout;

export const TABLES = {
  items: ITEMS,
  lines: LINES,
  demand: DEMAND,
  supply: SUPPLY,
  schedule: SCHEDULE,
  orders: ORDERS,
  sources: SOURCES,
  booked: BOOKED,
  messages: MESSAGES,
} as const;
export type TableName = keyof typeof TABLES;
export type Tables = { readonly [Name in TableName]: Packed<(typeof TABLES)[Name]> };
/** The same before they are read. */
export type PackedTables = Readonly<Record<TableName, readonly Piece[]>>;
