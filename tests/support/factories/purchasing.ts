import { Decimal, type DecimalInput } from '../../../server/src/kernel/decimal.ts';
import { newId, toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Item } from '../../../server/src/modules/catalog/item/item.entity.ts';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import { noticeDrafts } from '../../../server/src/modules/purchasing/notice/notice-draft.service.ts';
import { shipmentNotices } from '../../../server/src/modules/purchasing/notice/shipment-notices.service.ts';
import type { OrderLineDraft } from '../../../server/src/modules/purchasing/order/order-lines.service.ts';
import { purchaseOrders } from '../../../server/src/modules/purchasing/order/purchase-orders.service.ts';
import type { OrderKind } from '../../../server/src/modules/purchasing/order/purchase-order.state.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import type { TestApp } from '../app.ts';
import { anItem, aSite, aSupplierItem } from './catalog.ts';
import { anActor, anOrganisation } from './identity.ts';

/** A company that buys one item from one supplier at one site, and the people who do it. */
export interface Trade {
  readonly company: Organisation;
  readonly supplier: Organisation;
  readonly siteId: string;
  readonly item: Item;
  readonly buyer: Actor;
  readonly warehouse: Actor;
  /** At the supplier: answers orders, and ships. */
  readonly seller: Actor;
}

export async function aTrade(app: TestApp, item: Partial<Item> = {}): Promise<Trade> {
  const company = await anOrganisation(app, 'company');
  const supplier = await anOrganisation(app, 'supplier');
  const bought = await anItem(app, item);
  await aSupplierItem(app, supplier.id, bought.id);
  return {
    company,
    supplier,
    siteId: await aSite(app),
    item: bought,
    buyer: await anActor(app, company, 'BUYER'),
    warehouse: await anActor(app, company, 'WAREHOUSE'),
    seller: await anActor(app, supplier, 'SUPPLIER_ADMIN'),
  };
}

export interface OrderWish extends Partial<Omit<OrderLineDraft, 'schedules'>> {
  readonly quantity?: DecimalInput;
  readonly on?: string;
  readonly schedules?: readonly (readonly [on: string, quantity: DecimalInput])[];
  readonly isConfirmed?: boolean;
  readonly kind?: OrderKind;
}

/** An issued order with global ids: one line, one delivery of 100 on 2027-01-10 unless it says otherwise. */
export interface AnOrder {
  readonly id: string;
  readonly schedules: readonly string[];
}

export async function anOrder(app: TestApp, trade: Trade, wish: OrderWish = {}): Promise<AnOrder> {
  const { quantity = 100, on = '2027-01-10', schedules, isConfirmed = false, kind, ...line } = wish;
  const asked = schedules ?? [[on, quantity] as const];
  const raised = await app.prepare((work) =>
    purchaseOrders.raise(work, {
      supplierId: trade.supplier.id,
      siteId: trade.siteId,
      isConfirmed,
      ...(kind ? { kind } : {}),
      lines: [
        {
          itemId: trade.item.id,
          ...line,
          schedules: asked.map(([day, amount]) => ({ requestedOn: day, quantity: new Decimal(amount) })),
        },
      ],
    }),
  );
  return {
    id: toGlobalId('por', raised.orderId),
    schedules: raised.scheduleLineIds.map((id) => toGlobalId('psl', id)),
  };
}

/** A submitted notice over these schedule lines; its global id and those of its lines. */
export async function aNotice(
  app: TestApp,
  lines: readonly (readonly [scheduleLine: string, quantity: DecimalInput, lot?: string])[],
  { expectedOn = '2027-01-10', shippedOn = '2027-01-05' } = {},
): Promise<{ id: string; key: string; lines: string[] }> {
  const key = await app.prepare(async (work) => {
    const id = await noticeDrafts.save(work, {
      id: null,
      number: `ASN-${newId()}`,
      expectedOn,
      lines: lines.map(([schedule, quantity, lot]) => ({
        scheduleLineId: keyOf(schedule),
        quantity: new Decimal(quantity),
        lot: lot ?? null,
      })),
      packages: [],
    });
    return shipmentNotices.submit(work, id, 1, shippedOn);
  });
  const rows = await app.owner.query<{ id: string }>(
    'select id from purchasing_notice_line where notice_id = $1 order by line_no',
    [key],
  );
  return { id: toGlobalId('asn', key), key, lines: rows.map(({ id }) => toGlobalId('anl', id)) };
}

/** The key in a global id. */
export const keyOf = (globalId: string): string =>
  globalId.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** A key that was never used before. */
export const aKey = (): string => newId();

/** What a mutation refused, by code; empty when it was done. */
export async function refusals(
  app: TestApp,
  actor: Actor,
  mutation: string,
  inputType: string,
  input: object,
): Promise<string[]> {
  const { data, errors } = await app.run<Record<string, { userErrors: { code: string }[] }> | null>(
    actor,
    `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { userErrors { code message path } } }`,
    { input },
  );
  if (errors?.length) return errors.map((error) => (error.extensions['code'] as string | undefined) ?? error.message);
  return (data?.[mutation]?.userErrors ?? []).map(({ code }) => code);
}

/** Does a mutation that must succeed and gives the part of the payload that is asked for. */
export async function done<T>(
  app: TestApp,
  actor: Actor,
  mutation: string,
  inputType: string,
  input: object,
  selection: string,
): Promise<T> {
  const answer = await app.ask<Record<string, T>>(
    actor,
    `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { ${selection} userErrors { code message path } } }`,
    { input },
  );
  return answer[mutation] as T;
}
