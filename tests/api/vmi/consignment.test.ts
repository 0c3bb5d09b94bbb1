import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId, toGlobalId } from '../../../server/src/kernel/id.ts';
import type { Organisation } from '../../../server/src/modules/identity/organisation/organisation.entity.ts';
import { ageOut } from '../../../server/src/modules/vmi/consignment/ageing.job.ts';
import type { Actor } from '../../../server/src/platform/access/actor.ts';
import { TestApp } from '../../support/app.ts';
import { anItem, aSite, aSupplierItem } from '../../support/factories/catalog.ts';
import { anActor, anOrganisation } from '../../support/factories/identity.ts';
import { someStock } from '../../support/factories/inventory.ts';

let app: TestApp;
let company: Organisation;
let supplier: Organisation;
let other: Organisation;
let planner: Actor;
let finance: Actor;
let seller: Actor;
let stranger: Actor;
let siteId: string;
let itemId: string;

beforeAll(async () => {
  app = await TestApp.start();
  company = await anOrganisation(app, 'company');
  supplier = await anOrganisation(app, 'supplier');
  other = await anOrganisation(app, 'supplier');
  planner = await anActor(app, company, 'PLANNER');
  finance = await anActor(app, company, 'FINANCE');
  seller = await anActor(app, supplier, 'SUPPLIER_ADMIN');
  stranger = await anActor(app, other, 'SUPPLIER_ADMIN');
  siteId = await aSite(app);
});
afterAll(() => app.close());

beforeEach(async () => {
  itemId = (await anItem(app)).id;
  // A carton of ten costs 25 until the end of October, then 30: 2.5 and 3 a piece.
  await aSupplierItem(app, supplier.id, itemId, { numerator: 10n as never, orderUnitCode: 'CTN' }, [
    { price: '25', validFrom: '2026-01-01', validTo: '2026-10-31' },
    { price: '30', validFrom: '2026-11-01' },
  ]);
});

const consigned = (quantity: number, lot = '') =>
  someStock(app, { itemId, siteId, ownerId: supplier.id, quantity, lot });

const take = (quantity: string, occurredOn = '2026-11-10', more: object = {}) => ({
  input: {
    supplierId: toGlobalId('org', supplier.id),
    itemId: toGlobalId('itm', itemId),
    siteId: toGlobalId('sit', siteId),
    quantity,
    occurredOn,
    idempotencyKey: newId(),
    ...more,
  },
});

interface Taken {
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
const FIELDS =
  '{ withdrawals { id kind quantity { value } amount { amount currency } } userErrors { code path message } }';
const CONSUME = `mutation ($input: ConsignmentTakeInput!) { taken: consignmentConsume(input: $input) ${FIELDS} }`;
const TRANSFER = `mutation ($input: ConsignmentTakeInput!) { taken: consignmentTransfer(input: $input) ${FIELDS} }`;
const REVERSE = `mutation ($input: WithdrawalReverseInput!) { taken: withdrawalReverse(input: $input) ${FIELDS} }`;

const onHandOf = async (ownerId: string) =>
  Number(
    (
      await app.owner.query<{ sum: string }>(
        'select coalesce(sum(on_hand), 0) as sum from inventory_stock_balance where item_id = $1 and owner_id = $2',
        [itemId, ownerId],
      )
    )[0]?.sum,
  );

interface Told {
  id: string;
  number: string;
  state: string;
  version: number;
  billNumber: string | null;
  total: { amount: string };
  allowedActions: string[];
  lines: { amount: { amount: string } }[];
}
const STATEMENT =
  '{ id number state version billNumber total { amount } allowedActions lines { amount { amount } } }';

async function closed(until = '2026-11-30'): Promise<Told[]> {
  const input = { supplierId: toGlobalId('org', supplier.id), until, idempotencyKey: newId() };
  const { statementClose } = await app.ask<{ statementClose: { statements: Told[] } }>(
    finance,
    `mutation ($input: StatementCloseInput!) { statementClose(input: $input) { statements ${STATEMENT} userErrors { message } } }`,
    { input },
  );
  return statementClose.statements;
}

async function move(actor: Actor, act: string, statement: Told, reason = '') {
  const input = {
    statementId: statement.id,
    expectedVersion: statement.version,
    reason,
    idempotencyKey: newId(),
  };
  const { data, errors } = await app.run<{
    moved: { statement: Told | null; userErrors: { code: string }[] };
  }>(
    actor,
    `mutation ($input: StatementActInput!) { moved: ${act}(input: $input) { statement ${STATEMENT} userErrors { code } } }`,
    { input },
  );
  if (errors) throw new Error(errors[0]?.message);
  return data.moved;
}

describe('consumption', () => {
  it('makes consigned stock ours and owes it at the price agreed for that day, oldest first', async () => {
    await consigned(6, 'old');
    await consigned(6, 'new');
    const { taken } = await app.ask<Taken>(planner, CONSUME, take('8'));
    expect(
      taken.withdrawals.map(({ kind, quantity, amount }) => [kind, quantity.value, amount.amount]),
    ).toEqual([
      ['CONSUMED', '6', '18'],
      ['CONSUMED', '2', '6'],
    ]);
    expect(await onHandOf(supplier.id)).toBe(4);
  });

  it('refuses more than the supplier has here, naming the field, and takes nothing', async () => {
    await consigned(5);
    const { data } = await app.run<Taken>(planner, CONSUME, take('6'));
    expect(data.taken.userErrors).toMatchObject([
      { code: 'NOT_ENOUGH_CONSIGNED', path: ['input', 'quantity'] },
    ]);
    expect(await onHandOf(supplier.id)).toBe(5);
  });

  it('refuses a day without an agreed price', async () => {
    await consigned(5);
    const { data } = await app.run<Taken>(planner, CONSUME, take('1', '2025-06-01'));
    expect(data.taken.userErrors).toMatchObject([{ code: 'NO_AGREED_PRICE', path: ['input', 'occurredOn'] }]);
  });

  it('refuses nothing at all as a quantity', async () => {
    await consigned(5);
    for (const quantity of ['0', '-2']) {
      const { data } = await app.run<Taken>(planner, CONSUME, take(quantity));
      expect(data.taken.userErrors).toMatchObject([{ path: ['input', 'quantity'] }]);
    }
  });

  it('is done once for one key', async () => {
    await consigned(10);
    const request = take('3');
    const first = await app.ask<Taken>(planner, CONSUME, request);
    expect(await app.ask<Taken>(planner, CONSUME, request)).toEqual(first);
    expect(await onHandOf(supplier.id)).toBe(7);
  });

  it('never takes more than there is, however many take at once (concurrent)', async () => {
    await consigned(10);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => app.run<Taken>(planner, CONSUME, take('3'))),
    );
    expect(answers.filter(({ data }) => data.taken.userErrors.length === 0)).toHaveLength(3);
    expect(await onHandOf(supplier.id)).toBe(1);
  });

  it('is for those who plan production', async () => {
    await consigned(5);
    const { errors } = await app.run(await anActor(app, company, 'SALES'), CONSUME, take('1'));
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await app.run(seller, CONSUME, take('1'))).errors?.[0]?.message).toContain('Unknown type');
  });
});

describe('ownership', () => {
  it('passes to us where the stock lies', async () => {
    await consigned(5);
    const { taken } = await app.ask<Taken>(planner, TRANSFER, take('2'));
    expect(taken.withdrawals[0]).toMatchObject({ kind: 'TRANSFERRED', quantity: { value: '2' } });
    expect([await onHandOf(supplier.id), await onHandOf(company.id)]).toEqual([3, 2]);
  });

  it('passes by itself when the stock lies longer than agreed', async () => {
    await consigned(5);
    await app.owner.query(
      "update inventory_stock_balance set aged_since = now() - interval '100 days' where item_id = $1",
      [itemId],
    );
    const [agreement, line] = [newId(), newId()];
    await app.owner.query(
      `insert into vmi_agreement (id, supplier_id, site_id, owner_id, valid_from) values ($1, $2, $3, $2, '2026-01-01')`,
      [agreement, supplier.id, siteId],
    );
    await app.owner.query(
      `insert into vmi_agreement_version (id, supplier_id, agreement_id, version_no, state, variant, limits_owner, rounding_policy, proposed_by, is_consignment, ageing_days)
       values ($1, $2, $3, 1, 'ACCEPTED', 'PLANNED_SHIPMENT', 'COMPANY', 'UP', 'COMPANY', true, 90)`,
      [newId(), supplier.id, agreement],
    );
    await app.owner.query("update vmi_agreement set state = 'ACTIVE', current_version_no = 1 where id = $1", [
      agreement,
    ]);
    await app.owner.query(
      `insert into vmi_agreement_line (id, supplier_id, agreement_id, item_id, site_id, owner_id, is_live, is_shown) values ($1, $2, $3, $4, $5, $2, true, true)`,
      [line, supplier.id, agreement, itemId, siteId],
    );
    expect(await ageOut(app.database)).toBe(1);
    expect([await onHandOf(supplier.id), await onHandOf(company.id)]).toEqual([0, 5]);
    expect(await ageOut(app.database)).toBe(0);
  });
});

describe('a statement', () => {
  it('settles everything taken and not settled, also what was written down late, once', async () => {
    await closed().catch(() => undefined);
    await consigned(20);
    await app.ask(planner, CONSUME, take('4'));
    const [first] = await closed();
    expect(first).toMatchObject({ state: 'STATEMENT', total: { amount: '12' } });
    await app.ask(planner, CONSUME, take('2', '2026-10-15'));
    const [second] = await closed();
    expect(second).toMatchObject({ total: { amount: '5' } });
    expect(second?.lines).toHaveLength(1);
    await expect(closed()).rejects.toThrow('Nothing was taken');
  });

  it('keeps what it settled when a withdrawal is undone: the counter-entry is in the next one', async () => {
    await consigned(20);
    const { taken } = await app.ask<Taken>(planner, CONSUME, take('4'));
    const [settled] = await closed();
    const input = { withdrawalId: taken.withdrawals[0]?.id, note: 'wrong bin', idempotencyKey: newId() };
    const undone = await app.ask<Taken>(planner, REVERSE, { input });
    expect(undone.taken.withdrawals[0]).toMatchObject({
      kind: 'REVERSED',
      quantity: { value: '-4' },
      amount: { amount: '-12' },
    });
    expect(await onHandOf(supplier.id)).toBe(20);
    const again = await app.run<Taken>(planner, REVERSE, { input: { ...input, idempotencyKey: newId() } });
    expect(again.data.taken.userErrors).toHaveLength(1);
    const { statement } = await app.ask<{ statement: Told }>(
      finance,
      `query ($id: ID!) { statement(id: $id) ${STATEMENT} }`,
      { id: settled?.id },
    );
    expect(statement.total.amount).toBe('12');
    expect((await closed())[0]?.total.amount).toBe('-12');
  });

  it('is billed in the supplier’s name, disputed, resolved, agreed and paid; each by who may', async () => {
    await consigned(20);
    await app.ask(planner, CONSUME, take('4'));
    const [told] = (await closed()) as [Told];
    expect((await move(seller, 'statementAgree', told)).userErrors).toMatchObject([
      { code: 'STATEMENT_NOT_READY' },
    ]);
    const billed = (await move(finance, 'statementBill', told)).statement as Told;
    expect(billed.billNumber).toMatch(/^SB-\d{6}$/);
    expect((await move(seller, 'statementDispute', billed)).userErrors).toMatchObject([
      { code: 'REASON_MISSING' },
    ]);
    const disputed = (await move(seller, 'statementDispute', billed, 'Two are missing')).statement as Told;
    expect(disputed.state).toBe('DISPUTED');
    expect((await move(finance, 'statementResolve', billed)).userErrors).toMatchObject([
      { code: 'STALE_OBJECT' },
    ]);
    const resolved = (await move(finance, 'statementResolve', disputed)).statement as Told;
    const agreed = (await move(seller, 'statementAgree', resolved)).statement as Told;
    const paid = (await move(finance, 'statementPay', agreed)).statement as Told;
    expect(paid).toMatchObject({ state: 'PAID', allowedActions: [] });
    await expect(move(planner, 'statementPay', paid)).rejects.toThrow('You may not do this');
    await expect(move(seller, 'statementPay', paid)).rejects.toThrow(/Cannot query field/);
  });

  it('has a bill number without a gap, also when a billing is refused', async () => {
    await consigned(20);
    const numbers: number[] = [];
    for (const amount of ['1', '2']) {
      await app.ask(planner, CONSUME, take(amount));
      const [told] = (await closed()) as [Told];
      const billed = (await move(finance, 'statementBill', told)).statement as Told;
      await move(finance, 'statementBill', billed);
      numbers.push(Number(billed.billNumber?.slice(3)));
    }
    expect((numbers[1] ?? 0) - (numbers[0] ?? 0)).toBe(1);
  });
});

describe('a supplier', () => {
  it('sees his own consigned stock, withdrawals and statements, each list in one statement, and none of another', async () => {
    await consigned(7);
    await app.ask(planner, CONSUME, take('1'));
    await closed();
    const lists = {
      consignedStock:
        '{ list: consignedStock(first: 50) { nodes { onHand { value unit } item { sku } site { name } supplier { name } ageDays } } }',
      withdrawals:
        '{ list: withdrawals(first: 50) { nodes { amount { amount } item { sku } isSettled isReversed } } }',
      statements: `{ list: statements(first: 50) { nodes ${STATEMENT} } }`,
    };
    for (const [name, document] of Object.entries(lists)) {
      const sent = await app.statements(() => app.ask(seller, document));
      expect(sent, name).toHaveLength(1);
      expect(
        (await app.ask<{ list: { nodes: unknown[] } }>(seller, document)).list.nodes.length,
        name,
      ).toBeGreaterThan(0);
      expect((await app.ask<{ list: { nodes: unknown[] } }>(stranger, document)).list.nodes, name).toEqual(
        [],
      );
    }
  });

  it('cannot tell a foreign statement from an unknown one', async () => {
    await consigned(7);
    await app.ask(planner, CONSUME, take('1'));
    const [told] = (await closed()) as [Told];
    const unknown = { ...told, id: toGlobalId('stm', newId()) };
    expect(await move(stranger, 'statementAgree', told)).toEqual(
      await move(stranger, 'statementAgree', unknown),
    );
    const find = `query ($id: ID!) { statement(id: $id) { number } node(id: $id) { id } }`;
    expect(await app.run(stranger, find, { id: told.id })).toEqual(
      await app.run(stranger, find, { id: unknown.id }),
    );
  });
});
