export const supplierRoles = ['SUPPLIER_ADMIN', 'SUPPLIER_PLANNER', 'SUPPLIER_SHIPPING', 'SUPPLIER_VIEWER'] as const;
export type SupplierRole = (typeof supplierRoles)[number];

/** The roles of this side among those a membership names. */
export function supplierRolesOf(roles: readonly string[]): readonly SupplierRole[] {
  return supplierRoles.filter((role) => roles.includes(role));
}
