import { toGlobalId } from '../../../../server/src/kernel/id.ts';
import type { Ask } from '../contenders/contender.ts';
import { locationNumber } from '../seed/catalogue.seed.ts';
import { idOf } from '../seed/seed.ts';
import type { Stage } from '../stage/stage.ts';

/** Moves of stock that suppliers share, so that somebody beside the company hears of each. */
export async function changes({ query, size }: Stage): Promise<() => Ask> {
  const rows = await query<{ item_id: string; location_id: string }>(
    `select b.item_id, b.location_id from inventory_stock_balance b
     where b.on_hand > 100 and exists (select from inventory_stock_share s where s.item_id = b.item_id and s.site_id = b.site_id)
     order by md5(b.id::text) limit 5000`,
  );
  let next = 0;
  return () => {
    const row = rows[next++ % rows.length];
    const place = Number.parseInt(row?.location_id.slice(-12) ?? '0', 16);
    const other = locationNumber(Math.floor(place / 9) % size.sites, 1 - (place % 9));
    const input = {
      idempotencyKey: crypto.randomUUID(),
      itemId: toGlobalId('itm', row?.item_id ?? ''),
      locationId: toGlobalId('loc', row?.location_id ?? ''),
      toLocationId: toGlobalId('loc', idOf('location', other)),
      quantity: '1',
    };
    return { portal: 'admin', who: 0, variables: { input } };
  };
}
