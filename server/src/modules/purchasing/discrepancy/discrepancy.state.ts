export const DISCREPANCY_KINDS = ['SHORT', 'OVER', 'UNKNOWN_ITEM', 'DAMAGED', 'WRONG_LOT', 'CUSTOMER_RETURN'] as const;
export type DiscrepancyKind = (typeof DISCREPANCY_KINDS)[number];

export const DISCREPANCY_STATES = ['OPEN', 'RESOLVED'] as const;
export type DiscrepancyState = (typeof DISCREPANCY_STATES)[number];

export const DISCREPANCY_RESOLUTIONS = ['ACCEPTED', 'CREDITED', 'REPLACED', 'RETURNED', 'SCRAPPED'] as const;
export type DiscrepancyResolution = (typeof DISCREPANCY_RESOLUTIONS)[number];

/** What the portals may offer in each state, by the name of the permission. */
export const discrepancyActions: Readonly<Record<DiscrepancyState, readonly string[]>> = {
  OPEN: ['purchasing.discrepancy.resolve'],
  RESOLVED: [],
};
