import { addDays, type CalendarDate } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Actor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import { noticeDrafts } from '../../purchasing/notice/notice-draft.service.ts';
import { flagOverdueNotices } from '../../purchasing/notice/overdue-notices.service.ts';
import { shipmentNotices } from '../../purchasing/notice/shipment-notices.service.ts';
import { purchaseOrders } from '../../purchasing/order/purchase-orders.service.ts';
import { receipts } from '../../purchasing/receipt/receipts.service.ts';
import type { Ids } from './demo-actors.service.ts';

/** One order, and how far it has come. Days are counted from today. */
interface DemoOrder {
  readonly supplier: string;
  readonly lines: readonly (readonly [sku: string, boxes: number])[];
  readonly orderedOn: number;
  readonly dueOn: number;
  readonly isConfirmed: boolean;
  readonly shipment?: { readonly number: string; readonly shippedOn: number; readonly expectedOn: number };
  /** Boxes of the first line that came, and of those that were refused. */
  readonly receipt?: { readonly boxes: number; readonly rejected: number };
}

const ORDERS: readonly DemoOrder[] = [
  {
    supplier: 'HELI',
    lines: [
      ['MOT-250-R', 12],
      ['CTRL-36', 4],
    ],
    orderedOn: -1,
    dueOn: 9,
    isConfirmed: false,
  },
  {
    supplier: 'ALPINE',
    lines: [
      ['HUB-F-32', 10],
      ['BB-68', 5],
    ],
    orderedOn: -2,
    dueOn: 24,
    isConfirmed: false,
  },
  { supplier: 'RUIDA', lines: [['TIRE-26-175', 20]], orderedOn: -9, dueOn: 5, isConfirmed: true },
  {
    supplier: 'ALPINE',
    lines: [
      ['BR-6203', 6],
      ['CHAIN-112', 4],
    ],
    orderedOn: -20,
    dueOn: 4,
    isConfirmed: true,
    shipment: { number: 'ALP-20871', shippedOn: -6, expectedOn: 4 },
  },
  {
    supplier: 'RUIDA',
    lines: [['SADDLE-C', 15]],
    orderedOn: -16,
    dueOn: -5,
    isConfirmed: true,
    shipment: { number: 'RD-5512', shippedOn: -9, expectedOn: -5 },
  },
  {
    supplier: 'HELI',
    lines: [['MOT-350-M', 10]],
    orderedOn: -8,
    dueOn: 5,
    isConfirmed: true,
    shipment: { number: 'HL-3340', shippedOn: -1, expectedOn: 5 },
  },
  {
    supplier: 'HELI',
    lines: [['DISP-LCD', 10]],
    orderedOn: -18,
    dueOn: -2,
    isConfirmed: true,
    shipment: { number: 'HL-3301', shippedOn: -5, expectedOn: -2 },
    receipt: { boxes: 9, rejected: 1 },
  },
];

interface People {
  readonly buyer: Actor;
  readonly warehouse: Actor;
}

/** Orders on their way: unanswered, confirmed, shipped, overdue, and one that came with something missing. */
export async function orderAndShip(database: Database, people: People, ids: Ids, today: CalendarDate): Promise<void> {
  await inOrder(ORDERS, async (order) => {
    const scheduleLineIds = await raise(database, people.buyer, order, ids, today);
    const noticeId =
      order.shipment && (await ship(database, people.buyer, order, order.shipment, scheduleLineIds, ids, today));
    if (noticeId && order.receipt)
      await receive(database, people.warehouse, noticeId, scheduleLineIds[0] ?? '', order.receipt);
  });
  await database.transact(people.warehouse, flagOverdueNotices);
}

async function raise(
  database: Database,
  buyer: Actor,
  order: DemoOrder,
  ids: Ids,
  today: CalendarDate,
): Promise<string[]> {
  const { scheduleLineIds } = await database.transact(buyer, (work) =>
    purchaseOrders.raise(work, {
      supplierId: ids(order.supplier),
      siteId: ids('SH'),
      orderedOn: addDays(today, order.orderedOn),
      isConfirmed: order.isConfirmed,
      lines: order.lines.map(([sku, boxes]) => ({
        itemId: ids(sku),
        schedules: [{ requestedOn: addDays(today, order.dueOn), quantity: new Decimal(boxes) }],
      })),
    }),
  );
  return scheduleLineIds;
}

function ship(
  database: Database,
  buyer: Actor,
  order: DemoOrder,
  { number, shippedOn, expectedOn }: NonNullable<DemoOrder['shipment']>,
  scheduleLineIds: readonly string[],
  ids: Ids,
  today: CalendarDate,
): Promise<string> {
  const shipper: Actor = {
    ...buyer,
    audience: 'SUPPLIER',
    personId: null,
    organisationId: ids(order.supplier),
  };
  return database.transact(shipper, async (work) => {
    const id = await noticeDrafts.save(work, {
      id: null,
      number,
      expectedOn: addDays(today, expectedOn),
      carrier: 'Corridor Freight',
      tracking: `CF${number.replaceAll(/\D/g, '')}`,
      lines: scheduleLineIds.map((scheduleLineId, index) => ({
        scheduleLineId,
        quantity: new Decimal(order.lines[index]?.[1] ?? 0),
      })),
      packages: [],
    });
    return shipmentNotices.submit(work, id, 1, addDays(today, shippedOn));
  });
}

async function receive(
  database: Database,
  warehouse: Actor,
  noticeId: string,
  scheduleLineId: string,
  { boxes, rejected }: NonNullable<DemoOrder['receipt']>,
): Promise<void> {
  await database.transact(warehouse, (work) =>
    receipts.post(work, {
      noticeId,
      acceptOver: false,
      isComplete: true,
      lines: [
        {
          scheduleLineId,
          received: new Decimal(boxes),
          rejected: new Decimal(rejected),
          rejectReason: 'Carton crushed 纸箱压坏',
        },
      ],
    }),
  );
}
