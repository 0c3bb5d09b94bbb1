import { Decimal } from '../../../kernel/decimal.ts';
import type { Actor } from '../../../platform/access/actor.ts';
import type { Work } from '../../../platform/db/work.ts';
import { SalesOrderLine } from '../../sales/order/sales-order-line.entity.ts';
import { CustomerReturnLine } from '../../sales/return/customer-return-line.entity.ts';
import { CustomerReturn } from '../../sales/return/customer-return.entity.ts';
import { returnInspection } from '../../sales/return/return-inspection.service.ts';
import { returnRequests } from '../../sales/return/return-requests.service.ts';
import { returnSettling } from '../../sales/return/return-settling.service.ts';
import type { DemoDelivery, Story } from './deliveries.data.ts';

/** A part of an order goes back: a day for each act, until it is scrapped and credited. */
export async function sendBack(
  { people, on }: Story,
  orderId: string,
  { on: first, quantity, reason }: NonNullable<DemoDelivery['returned']>,
): Promise<void> {
  const returnId = await on(first, people.sales, async (work) => {
    const line = await work.em.findOneOrFail(SalesOrderLine, { orderId }, { orderBy: { lineNo: 'asc' } });
    const lines = [{ lineId: line.id, quantity: new Decimal(quantity) }];
    return returnRequests.request(work, { reason, wantedResolution: 'CREDIT', lines });
  });
  const act = (day: number, actor: Actor, step: (work: Work, version: number) => Promise<string>) =>
    on(first + day, actor, async (work) =>
      step(work, (await work.em.findOneOrFail(CustomerReturn, { id: returnId })).version),
    );
  const sent = { carrier: 'DHL', tracking: 'JD0146 0000 9051' };
  await act(1, people.sales, (work, version) =>
    returnRequests.approve(work, returnId, version, 'Please send it back 请寄回'),
  );
  await act(2, people.sales, (work, version) => returnRequests.send(work, returnId, version, sent));
  await act(5, people.warehouse, (work, version) => returnInspection.receive(work, returnId, version, []));
  await act(6, people.warehouse, async (work, version) => {
    const lines = await work.em.find(CustomerReturnLine, { returnId });
    const findings = lines.map(({ id }) => ({ returnLineId: id, outcome: 'SCRAP' as const, note: 'Bent 变形' }));
    return returnInspection.inspect(work, returnId, version, findings);
  });
  await act(7, people.finance, (work, version) =>
    returnSettling.resolve(work, returnId, version, 'CREDIT', 'Credited 已贷记'),
  );
}
