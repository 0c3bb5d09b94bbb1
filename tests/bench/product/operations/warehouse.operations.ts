import { toGlobalId } from '../../../../server/src/kernel/id.ts';
import { locationNumber } from '../seed/catalogue.seed.ts';
import { idOf } from '../seed/seed.ts';
import type { Operation } from './operation.ts';

/** Somebody in the warehouse brings one piece from one place to the next, another item every time. */
const recordMovement: Operation = {
  name: 'recordMovement',
  document: 'AdminStockTransfer',
  kind: 'write',
  async asks({ size, query }) {
    const rows = await query<{ item_id: string; location_id: string }>(
      `select item_id, location_id from inventory_stock_balance where on_hand > 100 order by md5(id::text) limit 50000`,
    );
    let next = 0;
    return () => {
      const row = rows[next++ % rows.length];
      if (!row) return null;
      const place = Number.parseInt(row.location_id.slice(-12), 16);
      const [site, which] = [Math.floor(place / 9), place % 9];
      return {
        portal: 'admin',
        who: 0,
        variables: {
          input: {
            idempotencyKey: crypto.randomUUID(),
            itemId: toGlobalId('itm', row.item_id),
            locationId: toGlobalId('loc', row.location_id),
            toLocationId: toGlobalId('loc', idOf('location', locationNumber(site % size.sites, 1 - which))),
            quantity: '1',
          },
        },
      };
    };
  },
};

export const warehouseOperations: readonly Operation[] = [recordMovement];
