import { sql, type RawBuilder } from 'kysely';

/**
 * How the rows of a table are found for the items `s` of a scope. `where` speaks of the table's row.
 *
 * The database cannot know how many items travel with a statement. So that it neither reads a million rows for a few
 * items nor visits a hundred thousand items one by one, the statement itself has one form for each.
 */
export type ScopeJoin = (table: string, row: string, where?: RawBuilder<unknown>) => RawBuilder<unknown>;

const ALL = sql`true`;
const isOf = (row: string) => sql.raw(`${row}.item_id = s.item_id and ${row}.site_id = s.site_id`);

/** Both sides in whole. */
export const inWhole: ScopeJoin = (table, row, where = ALL) =>
  sql`join ${sql.table(table)} ${sql.ref(row)} on ${isOf(row)} and ${where}`;

/** Item by item, through the index of the table; `offset 0` keeps it so. */
export const itemByItem: ScopeJoin = (table, row, where = ALL) => sql`
  cross join lateral (select * from ${sql.table(table)} ${sql.ref(row)} where ${isOf(row)} and ${where} offset 0) ${sql.ref(row)}`;
