import type { TestDatabase } from '../../support/database.ts';

/** One column, as a generator of rows needs to know it. */
export interface Column {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
  readonly hasDefault: boolean;
  readonly isGenerated: boolean;
  readonly length: number | null;
  /** The values a check allows, where it lists them. */
  readonly allowed: readonly string[];
}

export interface Reference {
  readonly table: string;
  readonly columns: readonly string[];
  readonly targets: readonly string[];
}

export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly key: readonly string[];
  readonly references: readonly Reference[];
}

/** Every guarded table, those first that others refer to. */
export async function tablesOf(owner: TestDatabase): Promise<Table[]> {
  const columns = await owner.query<Column & { table: string }>(`
    select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as "isNullable",
           a.atthasdef as "hasDefault", (a.attgenerated <> '' or a.attidentity <> '') as "isGenerated",
           case when a.atttypmod > 4 and format_type(a.atttypid, null) in ('character', 'character varying') then a.atttypmod - 4 end as length
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity and not c.relispartition
      and a.attnum > 0 and not a.attisdropped
    order by c.relname, a.attnum`);
  const keys = await owner.query<{ table: string; columns: string[] }>(`
    select c.relname as "table", array(select attname::text from unnest(k.conkey) n join pg_attribute on attrelid = c.oid and attnum = n) as columns
    from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'p' and c.relnamespace = 'public'::regnamespace`);
  const references = await owner.query<Reference & { owner: string }>(`
    select c.relname as owner, t.relname as "table",
           array(select attname::text from unnest(k.conkey) with ordinality n(no, place) join pg_attribute on attrelid = c.oid and attnum = n.no order by place) as columns,
           array(select attname::text from unnest(k.confkey) with ordinality n(no, place) join pg_attribute on attrelid = t.oid and attnum = n.no order by place) as targets
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and c.relnamespace = 'public'::regnamespace and k.conparentid = 0 order by cardinality(k.conkey) desc, k.conname`);
  const checks = await owner.query<{ table: string; text: string }>(`
    select c.relname as "table", pg_get_constraintdef(k.oid) as text
    from pg_constraint k join pg_class c on c.oid = k.conrelid where k.contype = 'c' and c.relnamespace = 'public'::regnamespace`);
  const tables = [...new Set(columns.map(({ table }) => table))].map((name): Table => {
    const said = checks.filter(({ table }) => table === name).map(({ text }) => text);
    return {
      name,
      columns: columns
        .filter(({ table }) => table === name)
        .map((column) => ({ ...column, allowed: listed(said, column.name) })),
      key: keys.find(({ table }) => table === name)?.columns ?? [],
      references: references.filter(({ owner: from }) => from === name),
    };
  });
  return inOrderOfReference(tables);
}

/** The values of `column in ('A', 'B')` within a check, as Postgres writes it back: the longest list there is. */
function listed(checks: readonly string[], column: string): string[] {
  const pattern = new RegExp(`\\b${column}\\)?(?:::text)? = ANY \\(\\(?ARRAY\\[(.*?)\\]`);
  const lists = checks.flatMap((text) => pattern.exec(text)?.[1] ?? []);
  const found = lists.sort((a, b) => b.length - a.length)[0];
  return [...(found ?? '').matchAll(/'([^']*)'/g)].map(([, value]) => value ?? '');
}

function inOrderOfReference(tables: readonly Table[]): Table[] {
  const sorted: Table[] = [];
  const visit = (table: Table, path: readonly string[]): void => {
    if (sorted.includes(table) || path.includes(table.name)) return;
    for (const { table: target } of table.references) {
      const found = tables.find(({ name }) => name === target);
      if (found) visit(found, [...path, table.name]);
    }
    sorted.push(table);
  };
  for (const table of tables) visit(table, []);
  return sorted;
}
