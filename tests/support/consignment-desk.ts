import { newId, toGlobalId } from '../../server/src/kernel/id.ts';
import type { Organisation } from '../../server/src/modules/identity/organisation/organisation.entity.ts';
import type { Actor } from '../../server/src/platform/access/actor.ts';
import { TestApp } from './app.ts';
import { anItem, aSite, aSupplierItem } from './factories/catalog.ts';
import { anActor, anOrganisation } from './factories/identity.ts';
import { someStock } from './factories/inventory.ts';

export interface Taken {
  taken: {
    withdrawals: {
      id: string;
      kind: string;
      quantity: { value: string };
      amount: { amount: string; currency: string };
    }[];
    userErrors: { code: string; path: string[]; message: string }[];
  };
}

export interface Told {
  id: string;
  number: string;
  state: string;
  version: number;
  billNumber: string | null;
  total: { amount: string };
  allowedActions: string[];
  lines: { amount: { amount: string } }[];
}

const FIELDS =
  '{ withdrawals { id kind quantity { value } amount { amount currency } } userErrors { code path message } }';
export const CONSUME = `mutation ($input: ConsignmentTakeInput!) { taken: consignmentConsume(input: $input) ${FIELDS} }`;
export const TRANSFER = `mutation ($input: ConsignmentTakeInput!) { taken: consignmentTransfer(input: $input) ${FIELDS} }`;
export const REVERSE = `mutation ($input: WithdrawalReverseInput!) { taken: withdrawalReverse(input: $input) ${FIELDS} }`;
export const STATEMENT =
  '{ id number state version billNumber total { amount } allowedActions lines { amount { amount } } }';

/** A company, a supplier whose stock lies with it, another who must not see it, and those who act for them. */
export class ConsignmentDesk {
  itemId = '';

  private constructor(
    readonly app: TestApp,
    readonly company: Organisation,
    readonly supplier: Organisation,
    readonly siteId: string,
    readonly planner: Actor,
    readonly finance: Actor,
    readonly seller: Actor,
    readonly stranger: Actor,
  ) {}

  static async open(): Promise<ConsignmentDesk> {
    const app = await TestApp.start();
    const company = await anOrganisation(app, 'company');
    const supplier = await anOrganisation(app, 'supplier');
    return new ConsignmentDesk(
      app,
      company,
      supplier,
      await aSite(app),
      await anActor(app, company, 'PLANNER'),
      await anActor(app, company, 'FINANCE'),
      await anActor(app, supplier, 'SUPPLIER_ADMIN'),
      await anActor(app, await anOrganisation(app, 'supplier'), 'SUPPLIER_ADMIN'),
    );
  }

  /** Goes on with an item of its own: a carton of ten costs 25 until the end of October, then 30. */
  async nextItem(): Promise<void> {
    this.itemId = (await anItem(this.app)).id;
    await aSupplierItem(this.app, this.supplier.id, this.itemId, { numerator: 10n, orderUnitCode: 'CTN' }, [
      { price: '25', validFrom: '2026-01-01', validTo: '2026-10-31' },
      { price: '30', validFrom: '2026-11-01' },
    ]);
  }

  consigned(quantity: number, lot = '') {
    return someStock(this.app, {
      itemId: this.itemId,
      siteId: this.siteId,
      ownerId: this.supplier.id,
      quantity,
      lot,
    });
  }

  take(quantity: string, occurredOn = '2026-11-10') {
    const ids = {
      supplierId: toGlobalId('org', this.supplier.id),
      itemId: toGlobalId('itm', this.itemId),
      siteId: toGlobalId('sit', this.siteId),
    };
    return { input: { ...ids, quantity, occurredOn, idempotencyKey: newId() } };
  }

  async onHandOf(ownerId: string): Promise<number> {
    const [row] = await this.app.owner.query<{ sum: string }>(
      'select coalesce(sum(on_hand), 0) as sum from inventory_stock_balance where item_id = $1 and owner_id = $2',
      [this.itemId, ownerId],
    );
    return Number(row?.sum);
  }

  async closed(until = '2026-11-30'): Promise<Told[]> {
    const input = { supplierId: toGlobalId('org', this.supplier.id), until, idempotencyKey: newId() };
    const { statementClose } = await this.app.ask<{ statementClose: { statements: Told[] } }>(
      this.finance,
      `mutation ($input: StatementCloseInput!) { statementClose(input: $input) { statements ${STATEMENT} userErrors { message } } }`,
      { input },
    );
    return statementClose.statements;
  }

  async move(actor: Actor, act: string, statement: Told, reason = '') {
    const input = {
      statementId: statement.id,
      expectedVersion: statement.version,
      reason,
      idempotencyKey: newId(),
    };
    const { data, errors } = await this.app.run<{
      moved: { statement: Told | null; userErrors: { code: string }[] };
    }>(
      actor,
      `mutation ($input: StatementActInput!) { moved: ${act}(input: $input) { statement ${STATEMENT} userErrors { code } } }`,
      { input },
    );
    if (errors) throw new Error(errors[0]?.message);
    return data.moved;
  }
}
