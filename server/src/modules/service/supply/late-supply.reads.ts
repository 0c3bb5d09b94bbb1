import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/** A customer's line that misses its promise, as the desk reads of it. */
export interface AffectedLine {
  readonly lineId: string;
  readonly orderNumber: string;
  readonly lineNo: number;
  readonly customer: string;
  readonly itemId: string;
  readonly sku: string;
  readonly itemName: string;
  readonly site: string;
  readonly siteId: string;
  readonly confirmedOn: string | null;
  readonly estimatedOn: string | null;
  readonly companyId: string;
}

/** What comes too late: a ship notice, a schedule line, an order of production, or an item nothing is known to serve. */
export interface LateSource {
  /** What one ticket is about. */
  readonly key: string;
  readonly title: string;
  readonly about: { readonly type: string; readonly id: string };
}

export async function affectedLine(work: Work, lineId: string): Promise<AffectedLine | null> {
  const { rows } = await sql<AffectedLine>`
    select l.id as "lineId", o.number as "orderNumber", l.line_no as "lineNo", c.name as customer, l.item_id as "itemId", i.sku,
      i.name_en as "itemName", s.code as site, l.site_id as "siteId", l.confirmed_on::text as "confirmedOn",
      coalesce(p.expected_on, l.estimated_on)::text as "estimatedOn",
      (select k.id from identity_organisation k where k.is_company) as "companyId"
    from sales_order_line l join sales_order o on o.id = l.order_id join identity_organisation c on c.id = l.customer_id
    join catalog_item i on i.id = l.item_id join catalog_site s on s.id = l.site_id
    left join promising_line p on p.id = l.id
    where l.id = ${lineId}`.execute(work.sql);
  return rows[0] ?? null;
}

/** The supplies that a line waits for beyond its promised day; its item at its site where none is known. */
export async function lateSources(work: Work, line: AffectedLine): Promise<LateSource[]> {
  const { rows } = await sql<{ kind: string; id: string; number: string; supplier: string | null }>`
    select k.source_kind as kind, k.source_id as id, coalesce(n.number, p.number || ' / ' || pl.line_no, w.number, '') as number,
      supplier.name as supplier
    from promising_peg k join promising_line l on l.id = k.line_id
    left join purchasing_notice n on k.source_kind = 'NOTICE' and n.id = k.source_id
    left join purchasing_schedule_line s on k.source_kind = 'ORDER' and s.id = k.source_id
    left join purchasing_order_line pl on pl.id = s.order_line_id
    left join purchasing_order p on p.id = s.order_id
    left join planning_work_order w on k.source_kind = 'PRODUCTION' and w.id = k.source_id
    left join identity_organisation supplier on supplier.id = coalesce(n.supplier_id, s.supplier_id)
    where k.line_id = ${line.lineId} and k.expected_on > l.promised_on
    order by k.source_kind, k.source_id`.execute(work.sql);
  if (rows.length === 0)
    return [
      {
        key: `ITEM:${line.itemId}:${line.siteId}`,
        title: `${line.sku} · ${line.itemName} · ${line.site}`,
        about: { type: 'Item', id: line.itemId },
      },
    ];
  return rows.map(({ kind, id, number, supplier }) => ({
    key: `${kind}:${id}`,
    title: [number, supplier, line.site].filter(Boolean).join(' · '),
    about: { type: TYPES[kind] ?? kind, id },
  }));
}

const TYPES: Readonly<Record<string, string>> = {
  NOTICE: 'ShipmentNotice',
  ORDER: 'ScheduleLine',
  PRODUCTION: 'WorkOrder',
};
