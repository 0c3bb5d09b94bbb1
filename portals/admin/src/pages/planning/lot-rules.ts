/** How needs become orders, in the order a form offers them. */
export const LOT_RULES = [
  'LOT_FOR_LOT',
  'FIXED',
  'PERIOD',
  'EOQ',
  'SILVER_MEAL',
  'LEAST_UNIT_COST',
  'PART_PERIOD',
  'WAGNER_WHITIN',
] as const;
export type LotRule = (typeof LOT_RULES)[number];
