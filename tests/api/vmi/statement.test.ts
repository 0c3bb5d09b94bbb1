import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId, toGlobalId } from '../../../server/src/kernel/id.ts';
import { CONSUME, ConsignmentDesk, REVERSE, STATEMENT, type Taken, type Told } from '../../support/consignment-desk.ts';

let desk: ConsignmentDesk;

beforeAll(async () => {
  desk = await ConsignmentDesk.open();
});
beforeEach(() => desk.nextItem());
afterAll(() => desk.app.close());

describe('a statement', () => {
  it('settles everything taken and not settled, also what was written down late, once', async () => {
    await desk.closed().catch(() => undefined);
    await desk.consigned(20);
    await desk.app.ask(desk.planner, CONSUME, desk.take('4'));
    const [first] = await desk.closed();
    expect(first).toMatchObject({ state: 'STATEMENT', total: { amount: '12' } });
    await desk.app.ask(desk.planner, CONSUME, desk.take('2', '2026-10-15'));
    const [second] = await desk.closed();
    expect(second).toMatchObject({ total: { amount: '5' } });
    expect(second?.lines).toHaveLength(1);
    await expect(desk.closed()).rejects.toThrow('Nothing was taken');
  });

  it('keeps what it settled when a withdrawal is undone: the counter-entry is in the next one', async () => {
    await desk.consigned(20);
    const { taken } = await desk.app.ask<Taken>(desk.planner, CONSUME, desk.take('4'));
    const [settled] = await desk.closed();
    const input = { withdrawalId: taken.withdrawals[0]?.id, note: 'wrong bin', idempotencyKey: newId() };
    const undone = await desk.app.ask<Taken>(desk.planner, REVERSE, { input });
    expect(undone.taken.withdrawals[0]).toMatchObject({
      kind: 'REVERSED',
      quantity: { value: '-4' },
      amount: { amount: '-12' },
    });
    expect(await desk.onHandOf(desk.supplier.id)).toBe(20);
    const again = await desk.app.run<Taken>(desk.planner, REVERSE, {
      input: { ...input, idempotencyKey: newId() },
    });
    expect(again.data.taken.userErrors).toHaveLength(1);
    const { statement } = await desk.app.ask<{ statement: Told }>(
      desk.finance,
      `query ($id: ID!) { statement(id: $id) ${STATEMENT} }`,
      { id: settled?.id },
    );
    expect(statement.total.amount).toBe('12');
    expect((await desk.closed())[0]?.total.amount).toBe('-12');
  });

  it('is billed in the supplier’s name, disputed, resolved, agreed and paid; each by who may', async () => {
    await desk.consigned(20);
    await desk.app.ask(desk.planner, CONSUME, desk.take('4'));
    const [told] = (await desk.closed()) as [Told];
    expect((await desk.move(desk.seller, 'statementAgree', told)).userErrors).toMatchObject([
      { code: 'STATEMENT_NOT_READY' },
    ]);
    const billed = (await desk.move(desk.finance, 'statementBill', told)).statement as Told;
    expect(billed.billNumber).toMatch(/^SB-\d{6}$/);
    expect((await desk.move(desk.seller, 'statementDispute', billed)).userErrors).toMatchObject([
      { code: 'REASON_MISSING' },
    ]);
    const disputed = (await desk.move(desk.seller, 'statementDispute', billed, 'Two are missing')).statement as Told;
    expect(disputed.state).toBe('DISPUTED');
    expect((await desk.move(desk.finance, 'statementResolve', billed)).userErrors).toMatchObject([
      { code: 'STALE_OBJECT' },
    ]);
    const resolved = (await desk.move(desk.finance, 'statementResolve', disputed)).statement as Told;
    const agreed = (await desk.move(desk.seller, 'statementAgree', resolved)).statement as Told;
    const paid = (await desk.move(desk.finance, 'statementPay', agreed)).statement as Told;
    expect(paid).toMatchObject({ state: 'PAID', allowedActions: [] });
    await expect(desk.move(desk.planner, 'statementPay', paid)).rejects.toThrow('You may not do this');
    await expect(desk.move(desk.seller, 'statementPay', paid)).rejects.toThrow(/Cannot query field/);
  });

  it('has a bill number without a gap, also when a billing is refused', async () => {
    await desk.consigned(20);
    const numbers: number[] = [];
    for (const amount of ['1', '2']) {
      await desk.app.ask(desk.planner, CONSUME, desk.take(amount));
      const [told] = (await desk.closed()) as [Told];
      const billed = (await desk.move(desk.finance, 'statementBill', told)).statement as Told;
      await desk.move(desk.finance, 'statementBill', billed);
      numbers.push(Number(billed.billNumber?.slice(3)));
    }
    expect((numbers[1] ?? 0) - (numbers[0] ?? 0)).toBe(1);
  });
});

describe('a supplier', () => {
  it('sees his own consigned stock, withdrawals and statements, each list in one statement, and none of another', async () => {
    await desk.consigned(7);
    await desk.app.ask(desk.planner, CONSUME, desk.take('1'));
    await desk.closed();
    const lists = {
      consignedStock:
        '{ list: consignedStock(first: 50) { nodes { onHand { value unit } item { sku } site { name } supplier { name } ageDays } } }',
      withdrawals: '{ list: withdrawals(first: 50) { nodes { amount { amount } item { sku } isSettled isReversed } } }',
      statements: `{ list: statements(first: 50) { nodes ${STATEMENT} } }`,
    };
    for (const [name, document] of Object.entries(lists)) {
      const sent = await desk.app.statements(() => desk.app.ask(desk.seller, document));
      expect(sent, name).toHaveLength(1);
      expect(
        (await desk.app.ask<{ list: { nodes: unknown[] } }>(desk.seller, document)).list.nodes.length,
        name,
      ).toBeGreaterThan(0);
      expect((await desk.app.ask<{ list: { nodes: unknown[] } }>(desk.stranger, document)).list.nodes, name).toEqual(
        [],
      );
    }
  });

  it('cannot tell a foreign statement from an unknown one', async () => {
    await desk.consigned(7);
    await desk.app.ask(desk.planner, CONSUME, desk.take('1'));
    const [told] = (await desk.closed()) as [Told];
    const unknown = { ...told, id: toGlobalId('stm', newId()) };
    expect(await desk.move(desk.stranger, 'statementAgree', told)).toEqual(
      await desk.move(desk.stranger, 'statementAgree', unknown),
    );
    const find = `query ($id: ID!) { statement(id: $id) { number } node(id: $id) { id } }`;
    expect(await desk.app.run(desk.stranger, find, { id: told.id })).toEqual(
      await desk.app.run(desk.stranger, find, { id: unknown.id }),
    );
  });
});
