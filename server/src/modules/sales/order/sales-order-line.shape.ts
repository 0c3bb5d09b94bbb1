import {
  decimal,
  embed,
  extendShape,
  localized,
  many,
  money,
  one,
  quantity,
  shape,
  value,
  type Row,
} from '../../../platform/read/shape.ts';
import { itemShape, stockUnit } from '../../catalog/item/item.shape.ts';
import { siteShape } from '../../catalog/site/site.shape.ts';
import { linePromiseShape } from './line-promise.shape.ts';
import { dueOn, isBeforeCutOff, isOverdue, ownAndShared, stageOf } from './sales-order.policy.ts';
import { salesOrderShape } from './sales-order.shape.ts';

const inUnit = (column: string) =>
  quantity((row) => `round(${row}.${column} * ${row}.denominator / ${row}.numerator, 6)`, 'unit_code');
const cutoffDaysOf = (row: Row) => `(select o.cutoff_days from sales_order o where o.id = ${row}.order_id)`;
const said = (name: string) => (row: Row) => `${row}.price_explanation->>'${name}'`;
const amount = (name: string) => (row: Row) => `(${row}.price_explanation->>'${name}')::numeric`;

/** A customer sees the lines of its own orders. */
export const salesOrderLineShape = shape({
  type: 'SalesOrderLine',
  prefix: 'sol',
  table: 'sales_order_line',
  visible: { STAFF: 'all', CUSTOMER: ownAndShared },
  fields: {
    lineNo: value('line_no'),
    order: one(
      () => salesOrderShape,
      (row, child) => `${child}.id = ${row}.order_id`,
    ),
    item: one(
      () => itemShape,
      (row, child) => `${child}.id = ${row}.item_id`,
    ),
    site: one(
      () => siteShape,
      (row, child) => `${child}.id = ${row}.site_id`,
    ),
    description: value('description'),
    unit: value('unit_code'),
    stage: value(stageOf),
    quantity: inUnit('ordered_quantity'),
    openQuantity: inUnit('open_quantity'),
    cancelledQuantity: inUnit('cancelled_quantity'),
    allocatedQuantity: inUnit('allocated_quantity'),
    pickedQuantity: inUnit('picked_quantity'),
    shippedQuantity: inUnit('shipped_quantity'),
    deliveredQuantity: inUnit('delivered_quantity'),
    returnedQuantity: inUnit('returned_quantity'),
    invoicedQuantity: inUnit('invoiced_quantity'),
    stockQuantity: quantity('ordered_quantity', stockUnit),
    unitPrice: money('unit_price', 'currency'),
    discount: decimal('discount'),
    taxRate: decimal('tax_rate'),
    netAmount: money('net_amount', 'currency'),
    taxAmount: money('tax_amount', 'currency'),
    amount: money((row) => `${row}.net_amount + ${row}.tax_amount`, 'currency'),
    whyThisPrice: embed({
      source: value((row) => `coalesce(${row}.price_explanation->>'source', 'IMPORTED')`),
      listName: value(said('listName')),
      listPrice: money(amount('listPrice'), said('listCurrency')),
      listUnit: value(said('listUnit')),
      fromQuantity: value(said('fromQuantity')),
      nextFromQuantity: value(said('nextFromQuantity')),
      nextListPrice: money(amount('nextListPrice'), said('listCurrency')),
      exchangeRate: value(said('exchangeRate')),
      promotionCode: value(said('promotionCode')),
      promotionName: localized(
        (row) => `coalesce(${row}.price_explanation->>'promotionEn', '')`,
        (row) => `coalesce(${row}.price_explanation->>'promotionZh', '')`,
      ),
      pricedOn: value(said('pricedOn')),
    }),
    requestedOn: value('requested_on'),
    firstConfirmedOn: value('first_confirmed_on'),
    confirmedOn: value('confirmed_on'),
    estimatedOn: value('estimated_on'),
    dueOn: value(dueOn),
    isBackordered: value('is_backordered'),
    isAtRisk: value('is_at_risk'),
    isOverdue: value(isOverdue),
    isChangeable: value(
      (row) =>
        `(${row}.is_demand and case when (select app_audience()) = 'CUSTOMER' then ${isBeforeCutOff(row, cutoffDaysOf(row))} else ${row}.open_quantity > ${row}.picked_quantity end)`,
    ),
    originKind: value('origin_kind'),
    originLine: one(
      () => salesOrderLineShape,
      (row, child) => `${child}.id = ${row}.origin_line_id`,
    ),
    promises: many(
      () => linePromiseShape,
      (row, child) => `${child}.line_id = ${row}.id`,
      (child) => `${child}.made_at, ${child}.kind, ${child}.version`,
    ),
  },
});

/** A column in the stock unit of a row that names an order line, in the unit that line was ordered in. */
export const inOrderedUnit = (column: string) =>
  quantity(
    (row) =>
      `(select round(${row}.${column} * l.denominator / l.numerator, 6) from sales_order_line l where l.id = ${row}.order_line_id)`,
    (row) => `(select l.unit_code from sales_order_line l where l.id = ${row}.order_line_id)`,
  );

extendShape(salesOrderShape, {
  lines: many(
    () => salesOrderLineShape,
    (row, child) => `${child}.order_id = ${row}.id`,
    (child) => `${child}.line_no`,
  ),
});
