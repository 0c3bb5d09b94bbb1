/** Places that hold stock. */
export const PHYSICAL_KINDS = ['STORAGE', 'RECEIVING', 'QUARANTINE'] as const;
/** Places stock comes from and goes to; they hold none. */
export const VIRTUAL_KINDS = ['SUPPLIER', 'CUSTOMER', 'PRODUCTION', 'SCRAP', 'ADJUSTMENT'] as const;

export type LocationKind = (typeof PHYSICAL_KINDS)[number] | (typeof VIRTUAL_KINDS)[number];
