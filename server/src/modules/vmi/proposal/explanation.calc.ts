import type { Locale } from '../../../kernel/locale.ts';

/** One step from the figures to the proposed quantity. */
export interface ExplanationLine {
  readonly code: string;
  readonly label: string;
  readonly value: string;
}

export interface Explained {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly unit: string;
  readonly quantity: string;
  readonly deliverOn: string;
}

const LABELS = {
  ON_HAND: ['On hand', '现有库存'],
  RESERVED: ['less reserved', '减：已预留'],
  IN_TRANSIT: ['plus in transit', '加：在途'],
  ON_ORDER: ['plus ordered to arrive within the lead time', '加：提前期内到货的在订量'],
  AWAITING_ANSWER: ['plus proposed and not answered yet', '加：已建议尚未答复'],
  OTHER_SUPPLY: ['plus supply of other suppliers', '加：其他供应商的供货'],
  POSITION: ['makes the position', '等于：库存头寸'],
  AVERAGE_USAGE: ['Average usage per day', '日均用量'],
  REORDER_POINT: ['The position is at or below the reorder point', '库存头寸不高于再订货点'],
  MAXIMUM: ['so stock is brought back to its maximum', '因此补至最高库存'],
  SHORT: ['which takes', '需补数量'],
  SHARE: ["This supplier's share of it", '该供应商的配额'],
  NEEDED: ['makes for this supplier', '该供应商应补'],
  MULTIPLE: ['Ordered in multiples of', '订货倍数'],
  ROUNDING: ['Rounded, as agreed', '按约定取整'],
  MINIMUM_ORDER: ['Minimum order', '最小订货量'],
  MAXIMUM_ORDER: ['Maximum order', '最大订货量'],
  ORDERED: ['makes, in order units', '折合订货单位'],
  PROPOSED: ['Proposed', '建议数量'],
  LEAD_TIME: ['Lead time in working days', '提前期（工作日）'],
  COMPUTED_ON: ['Computed on', '计算日期'],
  DELIVER_ON: ['Delivery on', '交货日期'],
  ASKED_BY_PLAN: ['Our material requirements plan asks for', '物料需求计划所需'],
  RAISED_BY_SUPPLIER: ['The supplier means to deliver this without being asked', '供应商主动提出供货'],
} as const;

const ROUNDINGS: Readonly<Record<string, readonly [string, string]>> = {
  UP: ['up to whole multiples', '向上取整倍数'],
  DOWN_TO_MAX: ['to whole multiples that do not pass the maximum', '取不超过最高库存的整倍数'],
  NEAREST: ['to the nearest multiple', '取最接近的整倍数'],
};

type Code = keyof typeof LABELS;

/** Writes the steps of one explanation: labels in the reader's language, values from what was kept. */
class Steps {
  readonly lines: ExplanationLine[] = [];

  constructor(
    private readonly inputs: Explained['inputs'],
    private readonly unit: string,
    private readonly place: 0 | 1,
  ) {}

  text(name: string): string {
    const value = this.inputs[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  say(code: Code, value: string): this {
    this.lines.push({ code, label: LABELS[code][this.place], value });
    return this;
  }

  /** A figure with its unit, where it is known. */
  amount(code: Code, name: string, unit = this.unit): this {
    return this.text(name) === '' ? this : this.say(code, `${this.text(name)} ${unit}`);
  }

  /** The same, unless it is nothing. */
  some(code: Code, name: string, unit = this.unit): this {
    return this.text(name) === '0' ? this : this.amount(code, name, unit);
  }

  when(condition: boolean, more: (steps: this) => unknown): this {
    if (condition) more(this);
    return this;
  }
}

/**
 * Answers "why this quantity?" from the inputs that were kept with the proposal, in the reader's language. Steps that
 * changed nothing are left out; what others supply is told to us alone.
 */
export function explain(explained: Explained, locale: Locale, isSupplier: boolean): ExplanationLine[] {
  const { inputs, unit, quantity, deliverOn } = explained;
  const place = locale === 'zh-CN' ? 1 : 0;
  const steps = new Steps(inputs, unit, place);
  if (steps.text('origin') === 'SUPPLIER')
    return steps
      .say('RAISED_BY_SUPPLIER', `${quantity} ${unit}`)
      .amount('POSITION', 'position')
      .amount('MAXIMUM', 'maximum')
      .say('DELIVER_ON', deliverOn).lines;
  if (steps.text('origin') === 'PLAN')
    return steps
      .say('ASKED_BY_PLAN', `${steps.text('needed')} ${unit}`)
      .say('PROPOSED', `${quantity} ${unit}`)
      .say('COMPUTED_ON', steps.text('today'))
      .say('DELIVER_ON', deliverOn).lines;
  const isShared = steps.text('otherSupply') !== '0';
  steps
    .amount('ON_HAND', 'onHand')
    .some('RESERVED', 'reserved')
    .some('IN_TRANSIT', 'inTransit')
    .some('ON_ORDER', 'onOrder')
    .some('AWAITING_ANSWER', 'awaitingAnswer')
    .when(!isSupplier, (more) => more.some('OTHER_SUPPLY', 'otherSupply'))
    .when(!isSupplier || !isShared, (more) => more.amount('POSITION', 'position'))
    .when(steps.text('limitsMode') === 'DAYS_OF_SUPPLY', (more) => more.amount('AVERAGE_USAGE', 'averageUsage'))
    .amount('REORDER_POINT', 'reorderPoint')
    .amount('MAXIMUM', 'maximum')
    .amount('SHORT', 'short')
    .when(steps.text('share') !== '1', (more) => more.say('SHARE', more.text('share')).amount('NEEDED', 'needed'));
  return ordering(steps, unit, place)
    .say('PROPOSED', `${quantity} ${unit}`)
    .say('LEAD_TIME', steps.text('leadTimeDays'))
    .say('COMPUTED_ON', steps.text('today'))
    .say('DELIVER_ON', deliverOn).lines;
}

/** How the need became an order: in the supplier's unit, multiples and bounds. */
function ordering(steps: Steps, unit: string, place: 0 | 1): Steps {
  const orderUnit = steps.text('orderUnit');
  const rounding = steps.text('rounding');
  return steps
    .amount('MULTIPLE', 'multiple', orderUnit)
    .say('ROUNDING', ROUNDINGS[rounding]?.[place] ?? rounding)
    .some('MINIMUM_ORDER', 'minimumOrder', orderUnit)
    .amount('MAXIMUM_ORDER', 'maximumOrder', orderUnit)
    .when(orderUnit !== unit, (more) => more.amount('ORDERED', 'ordered', orderUnit));
}
