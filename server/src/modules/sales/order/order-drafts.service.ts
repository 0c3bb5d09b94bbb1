import { sql } from 'kysely';
import { addDays, todayIn } from '../../../kernel/calendar-date.ts';
import { Decimal } from '../../../kernel/decimal.ts';
import type { Actor } from '../../../platform/access/actor.ts';
import type { Work } from '../../../platform/db/work.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { Organisation } from '../../identity/organisation/organisation.entity.ts';
import { Site } from '../../catalog/site/site.entity.ts';
import { deliveryAddresses } from '../delivery/delivery-addresses.service.ts';
import type { CustomerTerms } from '../terms/customer-terms.entity.ts';
import { customerTerms } from '../terms/customer-terms.service.ts';
import { linesOfOrder, lockSalesOrder, nextLineNo } from './order-lock.service.ts';
import { addUpOrder } from './order-amounts.service.ts';
import { salesOrderLines, type LineDraft } from './order-lines.service.ts';
import { SalesOrderLine } from './sales-order-line.entity.ts';
import { SalesOrder } from './sales-order.entity.ts';
import type { SalesOrderOrigin } from './sales-order.state.ts';

/** The head of an order as somebody wants it. */
export interface OrderHeadDraft {
  readonly requestedOn?: string | null;
  readonly customerReference?: string | null;
  readonly note?: string | null;
  readonly shipTo?: string | null;
  /** Only by the staff. */
  readonly freight?: Decimal | null;
}

export interface OrderDraft extends OrderHeadDraft {
  readonly customerId: string;
  readonly siteId?: string | null;
  readonly origin?: SalesOrderOrigin;
  /** What it came from in an upper module; the database lets each make one order. */
  readonly source?: { readonly type: string; readonly id: string } | null;
  readonly lines: readonly LineDraft[];
}

/** One line of a draft: a new one without `lineId`; of nothing, it goes. */
export interface LineSetting extends LineDraft {
  readonly lineId?: string | null;
}

/** Carts and drafts, until somebody submits or confirms them. */
export class SalesOrderDrafts {
  /** @throws NotFound and what its lines refuse */
  async create(work: Work, draft: OrderDraft): Promise<string> {
    const terms = await customerTerms.of(work, draft.customerId);
    const order = await this.open(work, draft, terms);
    work.em.persist(order);
    const lines = await salesOrderLines.add(work, order, draft.lines, { firstNo: 1, taxRate: terms.taxRate });
    addUpOrder(order, lines);
    await work.em.flush();
    return order.id;
  }

  /** @throws NotFound, StaleObject, NotInThisState */
  async changeHead(work: Work, orderId: string, expectedVersion: number, head: OrderHeadDraft): Promise<string> {
    const order = await lockSalesOrder(work, orderId, expectedVersion);
    order.go('save');
    Object.assign(order, said(head));
    if (head.freight) addUpOrder(order, await linesOfOrder(work, orderId));
    return orderId;
  }

  /** Adds, changes or removes a line. @throws NotFound, StaleObject, NotInThisState and what lines refuse */
  async setLine(work: Work, orderId: string, expectedVersion: number, setting: LineSetting): Promise<string> {
    const order = await lockSalesOrder(work, orderId, expectedVersion);
    order.go('save');
    const lines = await linesOfOrder(work, orderId);
    const old = setting.lineId ? lines.find(({ id }) => id === setting.lineId) : undefined;
    if (setting.lineId && !old) throw new NotFound({}, ['input', 'lineId']);
    if (old) await work.em.nativeDelete(SalesOrderLine, { id: old.id });
    if (old) work.em.getUnitOfWork().unsetIdentity(old);
    const rest = lines.filter((line) => line !== old);
    const firstNo = old?.lineNo ?? nextLineNo(lines);
    const taxRate = (await customerTerms.of(work, order.customerId)).taxRate;
    const drafts = old && setting.quantity.isZero() ? [] : [setting];
    const added = await salesOrderLines.add(work, order, drafts, { firstNo, taxRate });
    addUpOrder(order, [...rest, ...added]);
    return orderId;
  }

  /** Prices the draft as of today. @throws NotFound, StaleObject, NotInThisState, NoPrice */
  async reprice(work: Work, orderId: string, expectedVersion: number): Promise<string> {
    const order = await lockSalesOrder(work, orderId, expectedVersion);
    order.go('save');
    const lines = await linesOfOrder(work, orderId);
    order.orderedOn = await this.today(work, order.siteId);
    await salesOrderLines.priceAgain(work, order, lines, order.orderedOn);
    addUpOrder(order, lines);
    return orderId;
  }

  /** Which day it is where the goods leave. */
  async today(work: Work, siteId: string): Promise<string> {
    return todayIn((await work.em.findOneOrFail(Site, siteId)).timeZone, work.clock);
  }

  private async open(work: Work, draft: OrderDraft, terms: CustomerTerms): Promise<SalesOrder> {
    const siteId = draft.siteId ?? terms.siteId ?? (await this.firstSite(work));
    const customer = await work.em.findOneOrFail(Organisation, draft.customerId);
    const orderedOn = await this.today(work, siteId);
    return Object.assign(new SalesOrder(), {
      ...placed(work, draft),
      customerId: draft.customerId,
      siteId,
      currency: terms.currency,
      isTaxInclusive: terms.isTaxInclusive,
      taxRounding: terms.taxRounding,
      paymentDays: terms.paymentDays,
      cutoffDays: terms.cutoffDays,
      allowsPartial: terms.allowsPartial,
      territoryId: terms.territoryId,
      freightTaxRate: terms.isFreightTaxed ? terms.taxRate : new Decimal(0),
      orderedOn,
      requestedOn: addDays(orderedOn, 1),
      shipTo: (await deliveryAddresses.usual(work, draft.customerId)) ?? customer.address ?? '',
      createdAt: work.clock.now(),
      ...said(draft),
    });
  }

  private async firstSite(work: Work): Promise<string> {
    const { rows } = await sql<{ id: string }>`
      select id from catalog_site where is_active order by code limit 1`.execute(work.sql);
    if (!rows[0]) throw new NotFound({}, ['input', 'siteId']);
    return rows[0].id;
  }
}

const originOf = ({ apiKeyId, audience }: Actor): SalesOrderOrigin =>
  apiKeyId ? 'API' : audience === 'CUSTOMER' ? 'CUSTOMER' : 'STAFF';

/** Who made it, and from what. */
function placed({ actor }: Work, draft: OrderDraft): Partial<SalesOrder> {
  const isOwn = actor.audience === 'CUSTOMER';
  return {
    origin: draft.origin ?? originOf(actor),
    channel: isOwn ? 'ONLINE' : 'SALES',
    isShared: isOwn,
    placedByPersonId: actor.personId,
    salesPersonId: actor.audience === 'STAFF' ? actor.personId : null,
    sourceType: draft.source?.type ?? null,
    sourceId: draft.source?.id ?? null,
  };
}

/** What was really said about a head; the rest keeps its default. */
function said({ requestedOn, customerReference, note, shipTo, freight }: OrderHeadDraft): Partial<SalesOrder> {
  const all = { requestedOn, customerReference: customerReference?.trim(), note, shipTo, freight };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null && value !== undefined));
}

export const salesOrderDrafts = new SalesOrderDrafts();
