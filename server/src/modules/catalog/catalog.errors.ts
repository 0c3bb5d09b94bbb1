import { defineError } from '../../kernel/domain-error.ts';
import { NotFound, refuseConstraint } from '../../platform/graphql/errors.ts';

/** A site has no active location of the kind that is needed. */
export class LocationMissing extends defineError('LOCATION_MISSING', {
  en: 'The site has no location of the kind {kind}',
  zh: '该场所没有类型为 {kind} 的库位',
}) {}
export class InvalidGtin extends defineError('INVALID_GTIN', {
  en: '"{gtin}" is not a GTIN: its length or its check digit is wrong',
  zh: '“{gtin}”不是有效的 GTIN：长度或校验位不正确',
}) {}
export class DuplicateSku extends defineError('DUPLICATE_SKU', {
  en: 'Another item has this number',
  zh: '已有物料使用此编号',
}) {}
export class DuplicateGtin extends defineError('DUPLICATE_GTIN', {
  en: 'Another item has this GTIN',
  zh: '已有物料使用此 GTIN',
}) {}
export class UnknownUnit extends defineError('UNKNOWN_UNIT', {
  en: '"{unit}" is not a unit of measure',
  zh: '“{unit}”不是有效的计量单位',
}) {}
/** Stock is kept in the stock unit, so it can never change. */
export class StockUnitIsFixed extends defineError('STOCK_UNIT_IS_FIXED', {
  en: 'The stock unit of an item cannot change: add another unit, or make a new item',
  zh: '物料的库存单位不可更改：请增加其他单位，或新建物料',
}) {}
export class InvalidConversion extends defineError('INVALID_CONVERSION', {
  en: 'A unit is converted by two whole numbers above zero, and never the stock unit itself',
  zh: '单位换算须为两个正整数，且不得为库存单位本身',
}) {}
export class NegativeAmount extends defineError('NEGATIVE_AMOUNT', {
  en: 'This may not be below zero',
  zh: '此数值不得小于零',
}) {}
export class InvalidOrderQuantities extends defineError('INVALID_ORDER_QUANTITIES', {
  en: 'The order multiple is above zero, and the maximum is not below the minimum',
  zh: '订货倍数须大于零，且最大量不得低于最小量',
}) {}
export class InvalidPriceBreak extends defineError('INVALID_PRICE_BREAK', {
  en: 'A price is not below zero, and it ends no earlier than it begins',
  zh: '价格不得为负，且结束日不得早于开始日',
}) {}
export class DuplicatePriceBreak extends defineError('DUPLICATE_PRICE_BREAK', {
  en: 'Two prices begin on the same day from the same quantity',
  zh: '同一数量在同一日起有两个价格',
}) {}
export class DuplicateSupplierItem extends defineError('DUPLICATE_SUPPLIER_ITEM', {
  en: 'The supplier already supplies this item: change those terms',
  zh: '该供应商已供应此物料，请修改现有条款',
}) {}
export class DuplicateCode extends defineError('DUPLICATE_CODE', {
  en: 'This code is already used',
  zh: '此代码已被使用',
}) {}
export class DuplicateCalendarName extends defineError('DUPLICATE_CALENDAR_NAME', {
  en: 'The organisation already has a calendar of this name',
  zh: '该组织已有同名日历',
}) {}
export class MissingText extends defineError('MISSING_TEXT', {
  en: 'This may not be empty',
  zh: '此项不得为空',
}) {}
export class NotASupplier extends defineError('NOT_A_SUPPLIER', {
  en: 'This organisation is not a supplier',
  zh: '该组织不是供应商',
}) {}

refuseConstraint('catalog_item_sku_unique', () => new DuplicateSku({}, ['input', 'sku']));
refuseConstraint('catalog_item_gtin_unique', () => new DuplicateGtin({}, ['input', 'gtin']));
refuseConstraint('catalog_item_unit_unique', () => new InvalidConversion({}, ['input', 'units']));
refuseConstraint('catalog_supplier_item_unique', () => new DuplicateSupplierItem({}, ['input', 'itemId']));
refuseConstraint('catalog_price_break_unique', () => new DuplicatePriceBreak({}, ['input', 'priceBreaks']));
refuseConstraint('catalog_site_code_unique', () => new DuplicateCode({}, ['input', 'code']));
refuseConstraint('catalog_location_code_unique', () => new DuplicateCode({}, ['input', 'code']));
refuseConstraint('catalog_calendar_name_unique', () => new DuplicateCalendarName({}, ['input', 'name']));
refuseConstraint('catalog_item_category_id_fkey', () => new NotFound({}, ['input', 'categoryId']));
refuseConstraint('catalog_site_calendar_id_fkey', () => new NotFound({}, ['input', 'calendarId']));
