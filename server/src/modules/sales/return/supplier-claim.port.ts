import type { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';

/** Goods that a customer sent back and that shall go on to whoever supplied them. */
export interface ClaimWish {
  readonly itemId: string;
  readonly siteId: string;
  readonly lot: string;
  /** In the stock unit; blocked in the site's quarantine. */
  readonly quantity: Decimal;
  /** What inspection found; the supplier reads it, so it names no customer. */
  readonly detail: string;
}

/** The claim that was opened, of the module that keeps claims. */
export interface OpenedClaim {
  readonly type: string;
  readonly id: string;
}

/** What sales asks whoever deals with suppliers. Null when no supplier of that much of the item is known. */
export interface SupplierClaims {
  open(work: Work, wish: ClaimWish): Promise<OpenedClaim | null>;
}

let claims: SupplierClaims | null = null;

/** Hands in the implementation; the composition root does this once. */
export const useSupplierClaims = (given: SupplierClaims | null): void => void (claims = given);
export const supplierClaims = (): SupplierClaims | null => claims;
