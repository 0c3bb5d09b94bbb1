import { toGlobalId } from '../../../../server/src/kernel/id.ts';
import * as peer from '../peer/warehouse.peer.ts';
import { locationNumber } from '../seed/catalogue.seed.ts';
import { idOf } from '../seed/seed.ts';
import type { Ask } from '../contenders/contender.ts';
import type { Asks, Operation } from './operation.ts';

/** The move, and who was told of it. */
const movedSql = `
select m.quantity::text, m.reason, m.from_status, m.to_status, m.recorded_by_person_id is not null as has_person,
  (select jsonb_agg(distinct jsonb_build_array(e.name, e.payload ? 'itemIds', e.payload ? 'siteIds')) from platform_event e where e.subject_id = m.id) as events,
  (select count(*) from platform_event e where e.subject_id = m.id) = 1 + (
    select count(distinct h.supplier_id) from inventory_stock_share h join catalog_location l on l.site_id = h.site_id
    where l.id = m.from_location_id and h.item_id = m.item_id and h.owner_id = m.from_owner_id) as has_told_all,
  (select k.act from platform_idempotency_key k where k.key = $1) as act
from inventory_stock_move m where m.id = (select (k.answer->>'move')::uuid from platform_idempotency_key k where k.key = $1)`;
const keyOfAsk = ({ variables }: Ask): string => (variables['input'] as { idempotencyKey: string }).idempotencyKey;

/** Somebody in the warehouse brings one piece from one place to the next, another item every time. */
const recordMovement: Operation = {
  name: 'recordMovement',
  document: 'AdminStockTransfer',
  kind: 'write',
  peer: peer.recordMovement,
  async asks({ size, query }): Promise<Asks> {
    const rows = await query<{ item_id: string; location_id: string }>(
      `select item_id, location_id from inventory_stock_balance where on_hand > 100 order by md5(id::text) limit 50000`,
    );
    let next = 0;
    const move = (): Ask | null => {
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
    return { next: move };
  },
  left: ({ query }, ask) => query(movedSql, [keyOfAsk(ask)]),
};

export const warehouseOperations: readonly Operation[] = [recordMovement];
