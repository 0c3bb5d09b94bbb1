/** Stock moved: `payload` names the items and the sites. One event for the company, one for each supplier that shares them. */
export const STOCK_MOVED = 'inventory.stock.moved';

/** What STOCK_MOVED tells. */
export interface StockMovedPayload {
  readonly itemIds: readonly string[];
  readonly siteIds: readonly string[];
}
