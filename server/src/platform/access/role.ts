import type { Audience } from './actor.ts';

/** What a person is for an organisation. A role belongs to one side of the corridor. */
export const ROLES = {
  ADMIN: 'STAFF',
  BUYER: 'STAFF',
  PLANNER: 'STAFF',
  WAREHOUSE: 'STAFF',
  SALES: 'STAFF',
  SERVICE: 'STAFF',
  FINANCE: 'STAFF',
  VIEWER: 'STAFF',
  SUPPLIER_ADMIN: 'SUPPLIER',
  SUPPLIER_PLANNER: 'SUPPLIER',
  SUPPLIER_SHIPPING: 'SUPPLIER',
  SUPPLIER_VIEWER: 'SUPPLIER',
  CUSTOMER_ADMIN: 'CUSTOMER',
  CUSTOMER_BUYER: 'CUSTOMER',
  CUSTOMER_VIEWER: 'CUSTOMER',
} as const satisfies Record<string, Audience>;

export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as Role[];

/** The acts open to somebody with these roles, by the table that the modules declare. */
export function actionsOf(roles: readonly string[], table: ReadonlyMap<string, readonly Role[]>): ReadonlySet<string> {
  return new Set(
    [...table].filter(([, allowed]) => allowed.some((role) => roles.includes(role))).map(([action]) => action),
  );
}
