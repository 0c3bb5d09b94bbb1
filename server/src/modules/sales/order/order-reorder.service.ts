import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { NothingOrdered } from '../sales.errors.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { salesOrderDrafts } from './order-drafts.service.ts';
import { SalesOrderLine } from './sales-order-line.entity.ts';
import { SalesOrder } from './sales-order.entity.ts';

/** A draft with what an earlier order had and is still sold, at the prices of today. @throws NotFound, NothingOrdered */
export async function orderReorder(work: Work, orderId: string): Promise<string> {
  const earlier = await work.em.findOne(SalesOrder, orderId);
  if (!earlier) throw new NotFound({}, ['input', 'orderId']);
  const lines = await work.em.find(SalesOrderLine, { orderId, originLineId: null }, { orderBy: { lineNo: 'asc' } });
  const { rows } = await sql<{ id: string }>`
    select id from catalog_item where id = any(${lines.map(({ itemId }) => itemId)}::uuid[]) and is_sellable and is_active`.execute(
    work.sql,
  );
  const sold = new Set(rows.map(({ id }) => id));
  const again = lines.filter(({ itemId }) => sold.has(itemId));
  if (again.length === 0) throw new NothingOrdered({}, ['input', 'orderId']);
  return salesOrderDrafts.create(work, {
    customerId: earlier.customerId,
    siteId: earlier.siteId,
    shipTo: earlier.shipTo,
    lines: again.map((line) => ({
      itemId: line.itemId,
      unit: line.unitCode,
      quantity: line.inOrderedUnit(line.orderedQuantity),
    })),
  });
}
