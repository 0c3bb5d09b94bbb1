import { together } from '../../../platform/db/together.ts';
import type { Work } from '../../../platform/db/work.ts';
import { offersForOrder, type Offers } from '../price/price-offers.service.ts';
import { exchangeRates, type RateOfToday } from '../terms/exchange-rates.service.ts';
import { linesOfOrder } from './order-lock.service.ts';
import type { SalesOrderLine } from './sales-order-line.entity.ts';

/** What an order is placed by, as of today. */
export interface PlacingFacts extends RateOfToday {
  readonly lines: readonly SalesOrderLine[];
  readonly offers: Offers;
}

/** All of it by the id of the order, so that it travels with the lock on the order. */
export async function placingFacts(work: Work, orderId: string): Promise<PlacingFacts> {
  const [lines, offers, day] = await together(
    linesOfOrder(work, orderId),
    offersForOrder(work, orderId),
    exchangeRates.ofOrder(work, orderId),
  );
  return { lines, offers, ...day };
}
