import type { Actor } from '../../../platform/access/actor.ts';
import type { Work } from '../../../platform/db/work.ts';

/** An order that was sent, and what became of it. Days are counted from today; money is a share of the invoice. */
export interface DemoDelivery {
  readonly customer: string;
  readonly reference: string;
  readonly lines: readonly (readonly [sku: string, quantity: number])[];
  readonly orderedOn: number;
  readonly sentOn: number;
  readonly carrier: string;
  readonly tracking: string;
  /** Still on its way without it. */
  readonly delivered?: { readonly on: number; readonly by: string; readonly note: string };
  readonly isInvoiced?: boolean;
  readonly paid?: { readonly on: number; readonly share: number; readonly reference: string };
  readonly returned?: { readonly on: number; readonly quantity: number; readonly reason: string };
}

export interface Shipping {
  readonly sales: Actor;
  readonly warehouse: Actor;
  readonly finance: Actor;
}

/** One delivery, as it goes on: who works on it, and how a day of it is worked on. */
export interface Story {
  readonly people: Shipping;
  readonly on: <T>(day: number, actor: Actor, work: (work: Work) => Promise<T>) => Promise<T>;
}

export const DELIVERIES: readonly DemoDelivery[] = [
  {
    customer: 'VELONORD',
    reference: 'VN-4377',
    lines: [
      ['CTRL-36', 6],
      ['BRK-PAD', 20],
    ],
    orderedOn: -62,
    sentOn: -58,
    carrier: 'DSV',
    tracking: 'DSV 7745 1120',
    delivered: { on: -50, by: 'Lars Holm', note: 'Gate 2, complete 二号门，货齐' },
    isInvoiced: true,
    paid: { on: -20, share: 0.4, reference: 'VN bank 1180' },
  },
  {
    customer: 'VELONORD',
    reference: 'VN-4420',
    lines: [['CTRL-36', 4]],
    orderedOn: -48,
    sentOn: -44,
    carrier: 'DSV',
    tracking: 'DSV 7745 1382',
    delivered: { on: -36, by: 'Lars Holm', note: '' },
    isInvoiced: true,
    paid: { on: -9, share: 1, reference: 'VN bank 1203' },
  },
  {
    customer: 'VELONORD',
    reference: 'VN-4466',
    lines: [['BRK-PAD', 24]],
    orderedOn: -24,
    sentOn: -20,
    carrier: 'DHL',
    tracking: 'JD0146 0000 8812',
    delivered: { on: -13, by: 'Mette Skov', note: 'One carton dented 一箱外包装凹陷' },
    isInvoiced: true,
    returned: { on: -8, quantity: 4, reason: 'Dented in transit 运输中压坏' },
  },
  {
    customer: 'VELONORD',
    reference: 'VN-4498',
    lines: [['CTRL-36', 2]],
    orderedOn: -6,
    sentOn: -2,
    carrier: 'DHL',
    tracking: 'JD0146 0000 9377',
  },
  {
    customer: 'CHENGQI',
    reference: 'CQ-0871',
    lines: [['BRK-PAD', 12]],
    orderedOn: -15,
    sentOn: -13,
    carrier: '顺丰速运 SF Express',
    tracking: 'SF1390 2211 876',
    delivered: { on: -11, by: '王磊', note: '门卫代收' },
    isInvoiced: true,
  },
];
