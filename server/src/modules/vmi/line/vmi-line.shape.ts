import {
  allowedActions,
  decimal,
  embed,
  instant,
  many,
  needs,
  one,
  quantity,
  shape,
  value,
  type Row,
} from '../../../platform/read/shape.ts';
import { itemShape, stockUnit } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { shares } from '../../catalog/sharing/sharing.shape.ts';
import { supplierItemShape } from '../../catalog/supplier-item/supplier-item.shape.ts';
import { organisationShape } from '../../identity/organisation/organisation.shape.ts';
import { agreementShape } from '../agreement/agreement.shape.ts';
import { knowsDemand, readerSide } from '../vmi.policy.ts';
import { limitChangeShape } from './limit-change.shape.ts';
import { siteToday, suppliesShown, suppliesSql } from './supply.policy.ts';

const ofLine = (column: string) => (row: Row) =>
  `(select l.${column} from vmi_agreement_line l where l.id = ${row}.id)`;
const limitsOwner = (row: Row) =>
  `(select v.limits_owner from vmi_agreement a join vmi_agreement_version v on v.agreement_id = a.id and v.version_no = a.current_version_no where a.id = ${row}.agreement_id)`;
const whenKnown = (column: string) => (row: Row) => `case when ${knowsDemand(row)} then ${row}.${column} end`;
// What others supply is between them and us, unless we share it: otherwise a supplier's position leaves it out.
const position = (row: Row) =>
  `case when ${shares('OTHER_SUPPLY')} then ${row}.position else ${row}.position - ${row}.other_supply end`;
const otherSupply = (row: Row) => `case when ${shares('OTHER_SUPPLY')} then ${row}.other_supply end`;

const plannedDemand = (row: Row) =>
  `case when ${knowsDemand(row)} then (
    select coalesce(json_agg(json_build_object('startsOn', d.week_on, 'quantity', json_build_object('value', trim_scale(d.quantity)::text, 'unit', ${stockUnit(row)})) order by d.week_on), '[]')
    from vmi_planned_demand d where d.line_id = ${row}.id and d.week_on > ${siteToday(row)} - 7) end`;

const offered = (row: Row) =>
  `case when not ${row}.is_live then 'DRAFT' when ${limitsOwner(row)} = ${readerSide} then 'OWNED' else 'LIVE' end`;

/** How a line stands, as last computed: figures, colour and cover are of one moment, the same for both sides. */
export const vmiLineShape = shape({
  type: 'VmiLine',
  prefix: 'vln',
  table: 'vmi_line_status',
  visible: {
    STAFF: (row) =>
      `(${row}.is_shown or exists (select from vmi_agreement a where a.id = ${row}.agreement_id and a.drafted_by = 'COMPANY'))`,
    SUPPLIER: (row) => `${row}.supplier_id = (select app_org()) and ${row}.is_shown`,
  },
  fields: {
    agreement: one(
      () => agreementShape,
      (row, child) => `${child}.id = ${row}.agreement_id`,
    ),
    supplier: one(
      () => organisationShape,
      (row, child) => `${child}.id = ${row}.supplier_id`,
    ),
    item: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.item_id`,
    ),
    supplierItem: one(
      () => supplierItemShape,
      (row, child) => `${child}.supplier_id = ${row}.supplier_id and ${child}.item_id = ${row}.item_id`,
    ),
    site: one(
      () => siteShape,
      (row, child) => `${child}.id = ${row}.site_id`,
    ),
    isLive: value('is_live'),
    limits: embed({
      mode: value(ofLine('limits_mode')),
      owner: value(limitsOwner),
      agreedMinimum: decimal(ofLine('minimum')),
      agreedReorderPoint: decimal(ofLine('reorder_point')),
      agreedMaximum: decimal(ofLine('maximum')),
      minimum: quantity('minimum', stockUnit),
      reorderPoint: quantity('reorder_point', stockUnit),
      maximum: quantity('maximum', stockUnit),
      revision: value(ofLine('limits_revision')),
    }),
    quotaShare: decimal(ofLine('quota_share')),
    onHand: quantity('on_hand', stockUnit),
    reserved: quantity('reserved', stockUnit),
    inReceiving: quantity('in_receiving', stockUnit),
    inTransit: quantity('in_transit', stockUnit),
    openOrder: quantity('open_order', stockUnit),
    awaitingAnswer: quantity('awaiting_answer', stockUnit),
    otherSupply: quantity(otherSupply, stockUnit),
    position: quantity(position, stockUnit),
    averageUsage: quantity(whenKnown('average_usage'), stockUnit),
    daysOfSupply: decimal(whenKnown('days_of_supply')),
    stockoutOn: value(whenKnown('stockout_on')),
    colour: value('colour'),
    asOf: instant('as_of'),
    snoozedUntil: value(ofLine('snoozed_until')),
    snoozeReason: value(ofLine('snooze_reason')),
    projectedStock: needs({
      projection: (row) =>
        `json_build_object('zone', (select s.time_zone from catalog_site s where s.id = ${row}.site_id), 'onHand', ${row}.on_hand::text, 'usage', ${row}.average_usage::text, 'minimum', ${row}.minimum::text, 'maximum', ${row}.maximum::text, 'knowsDemand', ${knowsDemand(row)}, 'supplies', ${suppliesSql(row)})`,
    }),
    supplies: value(suppliesShown(stockUnit)),
    plannedDemand: value(plannedDemand),
    limitHistory: many(
      () => limitChangeShape,
      (row, child) => `${child}.line_id = ${row}.id`,
      (child) => `${child}.revision desc`,
    ),
    version: value(ofLine('version')),
    allowedActions: allowedActions(offered, {
      DRAFT: ['vmi.line.save'],
      LIVE: ['vmi.line.snooze', 'vmi.supply.propose'],
      OWNED: ['vmi.line.save', 'vmi.limits.change', 'vmi.line.snooze', 'vmi.supply.propose'],
    }),
  },
});
