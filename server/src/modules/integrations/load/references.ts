import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { UnknownReference } from '../integrations.errors.ts';
import type { Issues } from '../csv/issue.ts';

/** Something a file names by its business key: where its id is found, and what it is called. */
interface Noun {
  readonly keys: (work: Work, wanted: readonly string[]) => Promise<readonly { key: string; id: string }[]>;
  readonly en: string;
  readonly zh: string;
}

const byColumn =
  (table: string, column: string, condition = 'true', id = 'id'): Noun['keys'] =>
  async (work, wanted) => {
    const { rows } = await sql<{ key: string; id: string }>`
      select ${sql.ref(column)} as key, ${sql.ref(id)}::text as id from ${sql.table(table)}
      where ${sql.ref(column)} = any(${wanted}) and ${sql.raw(condition)}`.execute(work.sql);
    return rows;
  };

const locationKeys: Noun['keys'] = async (work, wanted) => {
  const { rows } = await sql<{ key: string; id: string }>`
    select s.code || '/' || l.code as key, l.id::text as id
    from catalog_location l join catalog_site s on s.id = l.site_id
    where s.code || '/' || l.code = any(${wanted})`.execute(work.sql);
  return rows;
};

const workCentreKeys: Noun['keys'] = async (work, wanted) => {
  const { rows } = await sql<{ key: string; id: string }>`
    select s.code || '/' || w.code as key, w.id::text as id
    from planning_work_centre w join catalog_site s on s.id = w.site_id where s.code || '/' || w.code = any(${wanted})`.execute(
    work.sql,
  );
  return rows;
};

const supplierItemKeys: Noun['keys'] = async (work, wanted) => {
  const { rows } = await sql<{ key: string; id: string }>`
    select o.number || '/' || i.sku as key, s.id::text as id
    from catalog_supplier_item s join identity_organisation o on o.id = s.supplier_id join catalog_item i on i.id = s.item_id
    where o.number || '/' || i.sku = any(${wanted})`.execute(work.sql);
  return rows;
};

export const nouns = {
  item: { keys: byColumn('catalog_item', 'sku'), en: 'item', zh: '物料' },
  unit: { keys: byColumn('catalog_unit', 'code', 'true', 'code'), en: 'unit', zh: '计量单位' },
  category: { keys: byColumn('catalog_category', 'code'), en: 'category', zh: '类别' },
  site: { keys: byColumn('catalog_site', 'code'), en: 'site', zh: '场所' },
  location: { keys: locationKeys, en: 'location', zh: '库位' },
  organisation: { keys: byColumn('identity_organisation', 'number'), en: 'organisation', zh: '组织' },
  supplier: {
    keys: byColumn('identity_organisation', 'number', 'is_supplier'),
    en: 'supplier',
    zh: '供应商',
  },
  workCentre: { keys: workCentreKeys, en: 'work centre', zh: '工作中心' },
  customer: { keys: byColumn('identity_organisation', 'number', 'is_customer'), en: 'customer', zh: '客户' },
  territory: { keys: byColumn('sales_territory', 'code'), en: 'sales territory', zh: '销售区域' },
  priceList: { keys: byColumn('sales_price_list', 'code'), en: 'price list', zh: '价目表' },
  supplierItem: { keys: supplierItemKeys, en: 'supplier item', zh: '供应商物料' },
} as const satisfies Record<string, Noun>;
export type NounName = keyof typeof nouns;

/** Rows of a file on their way into the database, and what is found wrong with them there. */
export interface Loading {
  readonly work: Work;
  readonly file: string;
  readonly issues: Issues;
  /** Documents that must stay out. */
  readonly blocked: Set<string>;
}

interface Place {
  readonly $line: number;
  readonly $document: string;
}

/**
 * The ids behind one field of all rows, in one statement. What is not known is reported with its line, and blocks its
 * document; an empty field is nothing to look for.
 */
export async function resolve<R extends Place>(
  { work, file, issues, blocked }: Loading,
  rows: readonly R[],
  field: string,
  noun: NounName,
  keyOf: (row: R) => string | null,
): Promise<(row: R) => string | null> {
  const wanted = [...new Set(rows.flatMap((row) => keyOf(row) || []))];
  const found = new Map((await nouns[noun].keys(work, wanted)).map(({ key, id }) => [key, id]));
  for (const row of rows) {
    const key = keyOf(row);
    if (!key || found.has(key)) continue;
    const { en, zh } = nouns[noun];
    issues.add(file, row.$line, field, new UnknownReference({ value: key, noun_en: en, noun_zh: zh }));
    blocked.add(row.$document);
  }
  return (row) => found.get(keyOf(row) || '') ?? null;
}
