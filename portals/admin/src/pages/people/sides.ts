import type { Role, Side } from './people.documents.ts';

/** The roles somebody can have on each side, as the server knows them. */
export const rolesOfSide = {
  STAFF: ['ADMIN', 'BUYER', 'PLANNER', 'WAREHOUSE', 'SALES', 'SERVICE', 'FINANCE', 'VIEWER'],
  SUPPLIER: ['SUPPLIER_ADMIN', 'SUPPLIER_PLANNER', 'SUPPLIER_SHIPPING', 'SUPPLIER_VIEWER'],
  CUSTOMER: ['CUSTOMER_ADMIN', 'CUSTOMER_BUYER', 'CUSTOMER_VIEWER'],
} as const satisfies Record<Side, readonly Role[]>;

interface Standing {
  readonly isCompany: boolean;
  readonly isSupplier: boolean;
  readonly isCustomer: boolean;
}

/** The sides on which somebody can act for an organisation. */
export function sidesOf({ isCompany, isSupplier, isCustomer }: Standing): readonly Side[] {
  const stands = { STAFF: isCompany, SUPPLIER: isSupplier, CUSTOMER: isCustomer };
  return (['STAFF', 'SUPPLIER', 'CUSTOMER'] as const).filter((side) => stands[side]);
}
