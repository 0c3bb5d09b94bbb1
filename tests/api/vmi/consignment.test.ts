import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/kernel/id.ts';
import { ageOut } from '../../../server/src/modules/vmi/consignment/ageing.job.ts';
import { CONSUME, ConsignmentDesk, TRANSFER, type Taken } from '../../support/consignment-desk.ts';
import { anActor } from '../../support/factories/identity.ts';

let desk: ConsignmentDesk;

beforeAll(async () => {
  desk = await ConsignmentDesk.open();
});
beforeEach(() => desk.nextItem());
afterAll(() => desk.app.close());

describe('consumption', () => {
  it('makes consigned stock ours and owes it at the price agreed for that day, oldest first', async () => {
    await desk.consigned(6, 'old');
    await desk.consigned(6, 'new');
    const { taken } = await desk.app.ask<Taken>(desk.planner, CONSUME, desk.take('8'));
    expect(taken.withdrawals.map(({ kind, quantity, amount }) => [kind, quantity.value, amount.amount])).toEqual([
      ['CONSUMED', '6', '18'],
      ['CONSUMED', '2', '6'],
    ]);
    expect(await desk.onHandOf(desk.supplier.id)).toBe(4);
  });

  it('refuses more than the supplier has here, naming the field, and takes nothing', async () => {
    await desk.consigned(5);
    const { data } = await desk.app.run<Taken>(desk.planner, CONSUME, desk.take('6'));
    expect(data.taken.userErrors).toMatchObject([{ code: 'NOT_ENOUGH_CONSIGNED', path: ['input', 'quantity'] }]);
    expect(await desk.onHandOf(desk.supplier.id)).toBe(5);
  });

  it('refuses a day without an agreed price', async () => {
    await desk.consigned(5);
    const { data } = await desk.app.run<Taken>(desk.planner, CONSUME, desk.take('1', '2025-06-01'));
    expect(data.taken.userErrors).toMatchObject([{ code: 'NO_AGREED_PRICE', path: ['input', 'occurredOn'] }]);
  });

  it('refuses nothing at all as a quantity', async () => {
    await desk.consigned(5);
    for (const quantity of ['0', '-2']) {
      const { data } = await desk.app.run<Taken>(desk.planner, CONSUME, desk.take(quantity));
      expect(data.taken.userErrors).toMatchObject([{ path: ['input', 'quantity'] }]);
    }
  });

  it('is done once for one key', async () => {
    await desk.consigned(10);
    const request = desk.take('3');
    const first = await desk.app.ask<Taken>(desk.planner, CONSUME, request);
    expect(await desk.app.ask<Taken>(desk.planner, CONSUME, request)).toEqual(first);
    expect(await desk.onHandOf(desk.supplier.id)).toBe(7);
  });

  it('never takes more than there is, however many take at once (concurrent)', async () => {
    await desk.consigned(10);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => desk.app.run<Taken>(desk.planner, CONSUME, desk.take('3'))),
    );
    expect(answers.filter(({ data }) => data.taken.userErrors.length === 0)).toHaveLength(3);
    expect(await desk.onHandOf(desk.supplier.id)).toBe(1);
  });

  it('is for those who plan production', async () => {
    await desk.consigned(5);
    const { errors } = await desk.app.run(await anActor(desk.app, desk.company, 'SALES'), CONSUME, desk.take('1'));
    expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await desk.app.run(desk.seller, CONSUME, desk.take('1'))).errors?.[0]?.message).toContain('Unknown type');
  });
});

describe('ownership', () => {
  it('passes to us where the stock lies', async () => {
    await desk.consigned(5);
    const { taken } = await desk.app.ask<Taken>(desk.planner, TRANSFER, desk.take('2'));
    expect(taken.withdrawals[0]).toMatchObject({ kind: 'TRANSFERRED', quantity: { value: '2' } });
    expect([await desk.onHandOf(desk.supplier.id), await desk.onHandOf(desk.company.id)]).toEqual([3, 2]);
  });

  it('passes by itself when the stock lies longer than agreed', async () => {
    await desk.consigned(5);
    await desk.app.owner.query(
      "update inventory_stock_balance set aged_since = now() - interval '100 days' where item_id = $1",
      [desk.itemId],
    );
    const [agreement, line] = [newId(), newId()];
    await desk.app.owner.query(
      `insert into vmi_agreement (id, supplier_id, site_id, owner_id, valid_from) values ($1, $2, $3, $2, '2026-01-01')`,
      [agreement, desk.supplier.id, desk.siteId],
    );
    await desk.app.owner.query(
      `insert into vmi_agreement_version (id, supplier_id, agreement_id, version_no, state, variant, limits_owner, rounding_policy, proposed_by, is_consignment, ageing_days)
       values ($1, $2, $3, 1, 'ACCEPTED', 'PLANNED_SHIPMENT', 'COMPANY', 'UP', 'COMPANY', true, 90)`,
      [newId(), desk.supplier.id, agreement],
    );
    await desk.app.owner.query("update vmi_agreement set state = 'ACTIVE', current_version_no = 1 where id = $1", [
      agreement,
    ]);
    await desk.app.owner.query(
      `insert into vmi_agreement_line (id, supplier_id, agreement_id, item_id, site_id, owner_id, is_live, is_shown) values ($1, $2, $3, $4, $5, $2, true, true)`,
      [line, desk.supplier.id, agreement, desk.itemId, desk.siteId],
    );
    expect(await ageOut(desk.app.database)).toBe(1);
    expect([await desk.onHandOf(desk.supplier.id), await desk.onHandOf(desk.company.id)]).toEqual([0, 5]);
    expect(await ageOut(desk.app.database)).toBe(0);
  });
});
