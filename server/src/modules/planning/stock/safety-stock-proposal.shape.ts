import { decimal, instant, one, quantity, shape, value, type Row } from '../../../platform/read/shape.ts';
import { itemShape, stockUnit } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';

const rounded = (column: string) => decimal((row) => `round(${row}.${column}, 3)`);

/** What is kept in stock today. */
export const currentStock = (row: Row) =>
  `(select p.safety_stock from planning_item p where p.item_id = ${row}.item_id and p.site_id = ${row}.site_id)`;

/** How we protect our stock is the company's own. */
export const safetyStockProposalShape = shape({
  type: 'SafetyStockProposal',
  prefix: 'ssp',
  table: 'planning_safety_stock',
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
    current: quantity(currentStock, stockUnit),
    proposed: quantity('proposed_quantity', stockUnit),
    serviceLevel: decimal('service_level'),
    z: rounded('z'),
    demandMean: rounded('demand_mean'),
    demandDeviation: rounded('demand_deviation'),
    leadTimeMean: rounded('lead_time_mean'),
    leadTimeDeviation: rounded('lead_time_deviation'),
    leadTimeSource: value('lead_time_source'),
    receiptCount: value('receipt_count'),
    isOpen: value((row) => `${currentStock(row)} <> ${row}.proposed_quantity`),
    computedAt: instant('computed_at'),
    appliedAt: instant('applied_at'),
    version: value('version'),
  },
});
