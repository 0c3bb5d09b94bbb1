/** How many rows the benchmark's database holds; scale 1 is a company of the size the goals are set for. */
export interface Size {
  readonly suppliers: number;
  readonly customers: number;
  readonly items: number;
  readonly sites: number;
  readonly purchaseOrders: number;
  readonly salesOrders: number;
  readonly tickets: number;
}

/** Of each purchase and sales order. */
export const LINES_PER_ORDER = 5;
/** What one supplier delivers; half of it is agreed at each of two sites. */
export const ITEMS_PER_SUPPLIER = 200;

export function sizeAt(scale: number): Size {
  const of = (full: number, least: number): number => Math.max(least, Math.round(full * scale));
  return {
    suppliers: of(500, 5),
    customers: of(5000, 20),
    items: of(20_000, 200),
    sites: 10,
    purchaseOrders: of(80_000, 200),
    salesOrders: of(400_000, 400),
    tickets: of(100_000, 200),
  };
}

/** That many rows of stock, purchase and sales order lines and tickets each; as many to a party whatever the number. */
export function sizeOfRows(rows: number): Size {
  const of = (per: number, least: number): number => Math.max(least, Math.round(rows / per));
  return {
    suppliers: of(2500, 4),
    customers: of(400, 20),
    items: ITEMS_PER_SUPPLIER * of(20 * ITEMS_PER_SUPPLIER, 2),
    sites: 10,
    purchaseOrders: of(LINES_PER_ORDER, 200),
    salesOrders: of(LINES_PER_ORDER, 400),
    tickets: rows,
  };
}
