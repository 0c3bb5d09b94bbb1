export type PortalName = 'supplier' | 'customer' | 'admin';

/** The audience a portal serves, as the API names it. */
export const audienceOf = {
  supplier: 'SUPPLIER',
  customer: 'CUSTOMER',
  admin: 'STAFF',
} as const satisfies Record<PortalName, string>;
