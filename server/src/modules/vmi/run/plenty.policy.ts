import { sql } from 'kysely';

/**
 * Whether a line can be passed over unsummed: what is free in one place alone is above its reorder point. Every place
 * holds at least what is reserved of it, and supply only adds, so its position is above it too. A line that may be left
 * out for another reason, or whose limits follow usage, is looked at.
 */
export const hasPlenty = sql`exists (
  select from inventory_stock_balance b join catalog_location o on o.id = b.location_id
  where b.item_id = l.item_id and b.site_id = l.site_id and b.owner_id = l.owner_id
    and b.status = 'UNRESTRICTED' and o.kind = 'STORAGE' and b.on_hand - b.reserved > l.reorder_point
    and l.limits_mode = 'STATIC' and l.minimum is not null and l.maximum is not null
    and v.max_feed_age_hours is null and t.id is not null)`;
