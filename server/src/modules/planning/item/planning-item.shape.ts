import { decimal, many, one, quantity, shape, value, type Row } from '../../../platform/read/shape.ts';
import { itemShape, stockUnit } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { planningSourceShape } from './planning-source.shape.ts';

/** The lead time that counts: its own, else that of the preferred supplier's terms, else that of the item. */
const leadTime = (row: Row) => `coalesce(${row}.lead_time,
  (select t.lead_time_days from catalog_supplier_item t join catalog_item i on i.id = t.item_id
   where t.item_id = ${row}.item_id and t.is_active and i.supply = 'BUY' order by t.is_preferred desc, t.id limit 1),
  (select i.lead_time_days from catalog_item i where i.id = ${row}.item_id))`;

/** How items are planned: the company's own. */
export const planningItemShape = shape({
  type: 'PlanningItem',
  prefix: 'pli',
  table: 'planning_item',
  visible: { STAFF: 'all' },
  fields: {
    item: one(
      () => itemShape,
      (row, item) => `${item}.id = ${row}.item_id`,
    ),
    site: one(
      () => siteShape,
      (row, site) => `${site}.id = ${row}.site_id`,
    ),
    lotRule: value('lot_rule'),
    lotSize: quantity('lot_size', stockUnit),
    lotPeriods: value('lot_periods'),
    orderCost: decimal('order_cost'),
    holdingCost: decimal('holding_cost'),
    minimumQuantity: quantity('minimum_quantity', stockUnit),
    orderMultiple: quantity('order_multiple', stockUnit),
    maximumQuantity: quantity('maximum_quantity', stockUnit),
    safetyStock: quantity('safety_stock', stockUnit),
    serviceLevel: decimal('service_level'),
    safetyLeadTime: value('safety_lead_time'),
    ownLeadTime: value('lead_time'),
    leadTime: value(leadTime),
    leadTimeUnit: value('lead_time_unit'),
    leadTimeKind: value('lead_time_kind'),
    scrap: decimal('scrap'),
    demandFenceDays: value('demand_fence_days'),
    planningFenceDays: value('planning_fence_days'),
    isMasterScheduled: value('is_master_scheduled'),
    lowLevelCode: value('low_level_code'),
    sources: many(
      () => planningSourceShape,
      (row, source) => `${source}.item_id = ${row}.item_id and ${source}.site_id = ${row}.site_id`,
      (source) => `${source}.quota_share desc, ${source}.id`,
    ),
    version: value('version'),
  },
});
