import { defineError } from '../../kernel/domain-error.ts';
import { refuseConstraint, typeRefusal } from '../../platform/graphql/errors.ts';

/** More is asked of a place than is there and not reserved. Its data: itemId, available, nextAvailableOn. */
export class InsufficientStock extends defineError('INSUFFICIENT_STOCK', {
  en: 'Only {available} {unit} are available, {asked} are asked for',
  zh: '可用数量仅为 {available} {unit}，需要 {asked}',
}) {}
export class AlreadyReversed extends defineError('ALREADY_REVERSED', {
  en: 'This move was already reversed, or is itself a reversal',
  zh: '此移动已被冲销，或其本身就是冲销分录',
}) {}
export class QuantityNotPositive extends defineError('QUANTITY_NOT_POSITIVE', {
  en: 'The quantity must be above zero',
  zh: '数量必须大于零',
}) {}
export class MoveGoesNowhere extends defineError('MOVE_GOES_NOWHERE', {
  en: 'The move ends where it begins',
  zh: '移动的起点与终点相同',
}) {}
export class NoPlaceForStock extends defineError('NO_PLACE_FOR_STOCK', {
  en: 'Stock cannot lie in this location',
  zh: '此库位不能存放库存',
}) {}
export class CountIsClosed extends defineError('COUNT_IS_CLOSED', {
  en: 'The count is posted or cancelled',
  zh: '盘点已过账或已取消',
}) {}
export class NothingToCount extends defineError('NOTHING_TO_COUNT', {
  en: 'Nothing is kept there',
  zh: '该处没有可盘点的库存',
}) {}
export class ReasonMissing extends defineError('REASON_MISSING', {
  en: 'Say why',
  zh: '请说明原因',
}) {}
export class MoveBelongsToDocument extends defineError('MOVE_BELONGS_TO_DOCUMENT', {
  en: 'A document made this move: correct the document',
  zh: '此移动由单据产生，请更正该单据',
}) {}
export class NegativeCount extends defineError('NEGATIVE_COUNT', {
  en: 'Nobody can count less than nothing',
  zh: '盘点数量不得小于零',
}) {}

typeRefusal('INSUFFICIENT_STOCK', 'InsufficientStock');
refuseConstraint('inventory_stock_move_reversed_once', () => new AlreadyReversed({}, ['input', 'moveId']));
refuseConstraint('inventory_stock_move_quantity_check', () => new QuantityNotPositive({}, ['input', 'quantity']));
refuseConstraint('inventory_stock_move_goes_somewhere', () => new MoveGoesNowhere({}, ['input']));
