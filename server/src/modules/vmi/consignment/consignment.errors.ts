import { defineError } from '../../../kernel/domain-error.ts';

export class NotEnoughConsigned extends defineError('NOT_ENOUGH_CONSIGNED', {
  en: 'Only {available} {unit} of the supplier’s stock is here',
  zh: '该供应商在此仅有寄售库存 {available} {unit}',
}) {}
export class NoAgreedPrice extends defineError('NO_AGREED_PRICE', {
  en: 'No price is agreed with the supplier for this item on {day}',
  zh: '该物料在 {day} 没有与供应商约定的价格',
}) {}
export class NothingToSettle extends defineError('NOTHING_TO_SETTLE', {
  en: 'Nothing was taken that is not settled yet',
  zh: '没有尚未结算的领用',
}) {}
export class StatementNotReady extends defineError('STATEMENT_NOT_READY', {
  en: 'Statement {number} is {state}: this cannot be done now',
  zh: '对账单 {number} 当前状态为 {state}，无法执行此操作',
}) {}
