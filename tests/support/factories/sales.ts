import { Decimal, type DecimalInput } from '../../../server/src/kernel/decimal.ts';
import { fromGlobalId, toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Item } from '../../../server/src/modules/catalog/item/item.entity.ts';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import { siteLocations } from '../../../server/src/modules/catalog/site/site-locations.service.ts';
import { stockLedger } from '../../../server/src/modules/inventory/ledger/stock-ledger.service.ts';
import { customerTerms, type TermsDraft } from '../../../server/src/modules/sales/terms/customer-terms.service.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import type { TestApp } from '../app.ts';
import { anItem, aSite } from './catalog.ts';
import { anActor, anOrganisation } from './identity.ts';
import { aKey, done, refusals } from './purchasing.ts';

/** A company that sells one item to one customer from one site, and the people who do it. */
export interface Shop {
  readonly company: Organisation;
  readonly customer: Organisation;
  readonly siteId: string;
  readonly item: Item;
  readonly seller: Actor;
  readonly finance: Actor;
  readonly warehouse: Actor;
  /** At the customer: orders, and one who administers it. */
  readonly buyer: Actor;
  readonly boss: Actor;
}

export async function aShop(app: TestApp, item: Partial<Item> = {}, terms: Partial<TermsDraft> = {}): Promise<Shop> {
  const company = await anOrganisation(app, 'company');
  const customer = await anOrganisation(app, 'customer');
  const siteId = await aSite(app);
  const sold = await anItem(app, { isSellable: true, listPrice: new Decimal(10), ...item });
  await app.prepare((work) => customerTerms.save(work, { customerId: customer.id, siteId, ...terms }));
  return {
    company,
    customer,
    siteId,
    item: sold,
    seller: await anActor(app, company, 'SALES'),
    finance: await anActor(app, company, 'FINANCE'),
    warehouse: await anActor(app, company, 'WAREHOUSE'),
    buyer: await anActor(app, customer, 'CUSTOMER_BUYER'),
    boss: await anActor(app, customer, 'CUSTOMER_ADMIN'),
  };
}

/** Puts an amount of an item in stock at the shop's site. */
export async function inStock(app: TestApp, shop: Shop, quantity: DecimalInput, itemId = shop.item.id): Promise<void> {
  await app.prepare(async (work) => {
    const to = await siteLocations.find(work, shop.siteId, 'STORAGE');
    const from = await siteLocations.find(work, shop.siteId, 'ADJUSTMENT');
    const ownerId = shop.company.id;
    await stockLedger.post(work, [
      {
        itemId,
        from: { locationId: from, ownerId },
        to: { locationId: to, ownerId },
        quantity: new Decimal(quantity),
        reason: 'OPENING',
      },
    ]);
  });
}

export interface OrderSeen {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly state: string;
  readonly holdKind: string | null;
  readonly fulfilment: string;
  readonly invoicing: string;
  readonly payment: string;
  readonly returned: string;
  readonly subtotal: { amount: string };
  readonly tax: { amount: string };
  readonly total: { amount: string; currency: string };
  readonly lines: readonly LineSeen[];
  readonly allowedActions: readonly string[];
}

export interface LineSeen {
  readonly id: string;
  readonly lineNo: number;
  readonly stage: string;
  readonly quantity: { value: string };
  readonly openQuantity: { value: string };
  readonly cancelledQuantity: { value: string };
  readonly allocatedQuantity: { value: string };
  readonly shippedQuantity: { value: string };
  readonly deliveredQuantity: { value: string };
  readonly returnedQuantity: { value: string };
  readonly unitPrice: { amount: string };
  readonly discount: string;
  readonly whyThisPrice: {
    source: string;
    listName: string | null;
    fromQuantity: string | null;
    promotionName: string | null;
  };
  readonly requestedOn: string;
  readonly confirmedOn: string | null;
  readonly isBackordered: boolean;
  readonly isChangeable: boolean;
  readonly originKind: string | null;
}

export const ORDER = `id number version state holdKind fulfilment invoicing payment returned
  subtotal { amount } tax { amount } total { amount currency } allowedActions
  lines { id lineNo stage quantity { value } openQuantity { value } cancelledQuantity { value } allocatedQuantity { value }
    shippedQuantity { value } deliveredQuantity { value } returnedQuantity { value } unitPrice { amount } discount
    whyThisPrice { source listName fromQuantity promotionName } requestedOn confirmedOn isBackordered isChangeable originKind }`;

/** Does an act on an order and gives the order as it is then. */
export async function onOrder(
  app: TestApp,
  actor: Actor,
  act: string,
  input: object,
  inputType = `${act[0]?.toUpperCase()}${act.slice(1)}Input`,
): Promise<OrderSeen> {
  const answer = await app.ask<Record<string, { order: OrderSeen }>>(
    actor,
    `mutation($input: ${inputType}!) { ${act}(input: $input) { order { ${ORDER} } userErrors { code message path } } }`,
    { input },
  );
  const order = answer[act]?.order;
  if (!order) throw new Error(`${act} shows no order`);
  return order;
}

export const step = ({ id, version }: OrderSeen) => ({ idempotencyKey: aKey(), orderId: id, expectedVersion: version });
const steps = 'OrderStepInput';

/** A draft of the shop's customer, made by whoever is named. */
export const aDraft = (
  app: TestApp,
  shop: Shop,
  actor: Actor,
  quantity: DecimalInput = 5,
  input: object = {},
): Promise<OrderSeen> =>
  onOrder(app, actor, 'orderDraftCreate', {
    idempotencyKey: aKey(),
    customerId: toGlobalId('org', shop.customer.id),
    lines: [{ itemId: toGlobalId('itm', shop.item.id), quantity: String(quantity) }],
    ...input,
  });

export const submit = (app: TestApp, actor: Actor, order: OrderSeen): Promise<OrderSeen> =>
  onOrder(app, actor, 'orderSubmit', step(order), steps);
export const confirm = (app: TestApp, actor: Actor, order: OrderSeen): Promise<OrderSeen> =>
  onOrder(app, actor, 'orderConfirm', step(order), steps);

/** An order that the customer placed and we confirmed. */
export async function aConfirmedOrder(
  app: TestApp,
  shop: Shop,
  quantity: DecimalInput = 5,
  input: object = {},
): Promise<OrderSeen> {
  return confirm(app, shop.seller, await submit(app, shop.buyer, await aDraft(app, shop, shop.buyer, quantity, input)));
}

export const seen = async (app: TestApp, actor: Actor, { id }: { id: string }): Promise<OrderSeen> =>
  (await app.ask<{ salesOrder: OrderSeen }>(actor, `query($id: ID!) { salesOrder(id: $id) { ${ORDER} } }`, { id }))
    .salesOrder;

export const localKey = (globalId: string): string => fromGlobalId(globalId)?.id ?? '';
export { aKey, done, refusals };
