/**
 * The bill by which an item is made at a site on a day, as a subquery of its id: one for the site before one for all,
 * then the lowest alternate, then the newest. The arguments are SQL expressions.
 */
export const validBill = (item: string, site: string, day: string): string => `(
  select b.id from planning_bill b
  where b.item_id = ${item} and (b.site_id is null or b.site_id = ${site}) and ${day} between b.valid_from and b.valid_to
  order by b.site_id is null, b.alternate, b.created_at desc, b.id limit 1)`;

/** The routing, chosen the same way. */
export const validRouting = (item: string, site: string, day: string): string => `(
  select r.id from planning_routing r
  where r.item_id = ${item} and (r.site_id is null or r.site_id = ${site}) and ${day} between r.valid_from and r.valid_to
  order by r.site_id is null, r.alternate, r.revision desc, r.id limit 1)`;
