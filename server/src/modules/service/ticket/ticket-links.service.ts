import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { declaredShapes } from '../../../platform/read/shape.ts';
import type { Subject } from '../../interactions/subject/subjects.service.ts';

/** What tickets are about. */
export class TicketLinks {
  async add(work: Work, ticketId: string, about: readonly Subject[]): Promise<void> {
    const rows = await this.labelled(work, about);
    if (rows.length === 0) return;
    await sql`
      insert into service_ticket_link (ticket_id, subject_type, subject_id, label, linked_at)
      select ${ticketId}, r.type, r.id, r.label, ${work.clock.now()}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(type text, id uuid, label text)
      on conflict do nothing`.execute(work.sql);
  }

  /** The number by which people know each thing. */
  private async labelled(work: Work, about: readonly Subject[]): Promise<(Subject & { label: string })[]> {
    if (about.length === 0) return [];
    const parts = about.map(
      ({ type, id }) => sql`select ${type} as type, ${id}::uuid as id, (${labelSql(type, id)}) as label`,
    );
    const { rows } = await sql<Subject & { label: string | null }>`${sql.join(parts, sql` union all `)}`.execute(
      work.sql,
    );
    return rows.map((row) => ({ ...row, label: row.label ?? '' }));
  }
}

/** How a thing of some kind is called: an order line by its order, its place and its item. */
function labelSql(type: string, id: string) {
  if (type === 'SalesOrderLine')
    return sql`select o.number || ' / ' || l.line_no || ' · ' || i.sku from sales_order_line l
      join sales_order o on o.id = l.order_id join catalog_item i on i.id = l.item_id where l.id = ${id}`;
  if (type === 'SalesOrder') return sql`select o.number from sales_order o where o.id = ${id}`;
  if (type === 'Item') return sql`select i.sku || ' · ' || i.name_en from catalog_item i where i.id = ${id}`;
  if (type === 'ScheduleLine')
    return sql`select o.number || ' / ' || l.line_no || ' · ' || i.sku from purchasing_schedule_line s
      join purchasing_order_line l on l.id = s.order_line_id join purchasing_order o on o.id = s.order_id
      join catalog_item i on i.id = s.item_id where s.id = ${id}`;
  const shape = declaredShapes().find((one) => one.type === type);
  const number = shape?.fields['number'];
  return shape && number?.kind === 'value' && shape.type !== 'Person'
    ? sql`select s.number from ${sql.raw(shape.table)} s where s.id = ${id}`
    : sql`select ''`;
}

export const ticketLinks = new TicketLinks();
