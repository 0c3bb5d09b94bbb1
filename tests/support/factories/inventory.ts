import { Decimal, type DecimalInput } from '../../../server/src/kernel/decimal.ts';
import { siteLocations } from '../../../server/src/modules/catalog/site/site-locations.service.ts';
import {
  stockLedger,
  type MoveInput,
  type PostedMove,
} from '../../../server/src/modules/inventory/ledger/stock-ledger.service.ts';
import type { TestApp } from '../app.ts';

/** What a test wants to lie at a site: at its default storage, unrestricted, in no lot, unless it says otherwise. */
export interface StockWish {
  readonly itemId: string;
  readonly siteId: string;
  readonly ownerId: string;
  readonly quantity: DecimalInput;
  readonly locationId?: string;
  readonly status?: 'UNRESTRICTED' | 'QUALITY' | 'BLOCKED';
  readonly lot?: string;
}

/** The location of that kind at the site. */
export const aLocation = (
  app: TestApp,
  siteId: string,
  kind: Parameters<typeof siteLocations.find>[2] = 'STORAGE',
): Promise<string> => app.prepare((work) => siteLocations.find(work, siteId, kind));

/** Opening stock, through the ledger. */
export async function someStock(app: TestApp, wish: StockWish): Promise<PostedMove> {
  const { itemId, siteId, ownerId, quantity, status = 'UNRESTRICTED', lot = '' } = wish;
  const from = await aLocation(app, siteId, 'ADJUSTMENT');
  const to = wish.locationId ?? (await aLocation(app, siteId));
  const move: MoveInput = {
    itemId,
    from: { locationId: from, ownerId, status },
    to: { locationId: to, ownerId, status },
    quantity: new Decimal(quantity),
    reason: 'OPENING',
    lot,
  };
  const [posted] = await app.prepare((work) => stockLedger.post(work, [move]));
  return posted as PostedMove;
}
