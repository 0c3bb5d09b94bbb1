import type { Decimal } from '../../../kernel/decimal.ts';
import type { Work } from '../../../platform/db/work.ts';

/** An item that a supplier keeps at a site, under an agreement in force. */
export interface ManagedItem {
  readonly itemId: string;
  readonly siteId: string;
  readonly supplierId: string;
}

/** What planning needs of a supplier who keeps the stock himself. */
export interface ManagedNeed extends ManagedItem {
  readonly quantity: Decimal;
  readonly dueOn: string;
}

/** What planning asks of vendor-managed inventory, which stands above it. */
export interface ManagedSupply {
  /** Those of the items that suppliers keep; where several keep one, that of the greatest quota. */
  items(work: Work, itemIds: readonly string[]): Promise<readonly ManagedItem[]>;
  /** Puts the need to the supplier as a proposal under his agreement; gives its id. */
  propose(work: Work, need: ManagedNeed): Promise<string>;
}

let managed: ManagedSupply | null = null;

/** Handed in where the product is put together. */
export function provideManagedSupply(supply: ManagedSupply): void {
  managed = supply;
}

/** Nobody manages anything where no module above offers it. */
export const managedSupply = (): ManagedSupply | null => managed;
