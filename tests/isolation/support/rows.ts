import { newId } from '../../../server/src/kernel/id.ts';
import type { TestDatabase } from '../../support/database.ts';
import { overrides } from './fixtures/overrides.ts';
import type { MadeRow, Party, Values } from './fixtures/making.ts';
import { tablesOf, type Column, type Table } from './tables.ts';

export const PARTIES: readonly Party[] = [
  { mark: 'Qcompany', side: 'COMPANY', index: 0 },
  { mark: 'Qalpine', side: 'SUPPLIER', index: 1 },
  { mark: 'Qbaltic', side: 'SUPPLIER', index: 2 },
  { mark: 'Qvelo', side: 'CUSTOMER', index: 3 },
  { mark: 'Qnord', side: 'CUSTOMER', index: 4 },
];

/** What all parties deal with: rivals supply and buy the same goods at the same sites. */
const COMMON = /^catalog_(item|site|location|unit|category|item_unit)$|^identity_(organisation|person|membership)$/;

/** What is of all parties, whoever's name it was made under. */
const SHARED = /^catalog_(item|site|location|unit|category|item_unit)$|^service_(category|queue)$/;

/**
 * Rows of every guarded table for every party, made from the catalog of the database: whoever adds a table has its rows
 * here, and says in `fixtures/` only what cannot be guessed. Constraints that a guess cannot meet are dropped, in this
 * database alone.
 */
export class Rows {
  readonly made: MadeRow[] = [];
  readonly dropped: string[] = [];
  readonly tables: Table[] = [];

  constructor(private readonly owner: TestDatabase) {}

  async make(): Promise<this> {
    this.tables.push(...(await tablesOf(this.owner)));
    await this.triggers('disable');
    for (const table of this.tables)
      for (const party of PARTIES)
        for (const kind of ['own', 'common'] as const)
          if (kind === 'own' || !COMMON.test(table.name)) await this.makeRow(table, party, kind);
    await this.triggers('enable');
    return this;
  }

  /** The row of that table that was made for that party. */
  find(table: string, mark: string, kind: MadeRow['kind'] = 'own'): MadeRow | undefined {
    const rows = this.made.filter((row) => row.table === table && row.party.mark === mark);
    return rows.find((row) => row.kind === kind) ?? rows[0];
  }

  /** Takes every row of these parties away, as if they had never been; answers with the way back. */
  async without(marks: readonly string[]): Promise<() => Promise<void>> {
    const gone = this.made.filter(({ party, table }) => marks.includes(party.mark) && !SHARED.test(table));
    const names = [...new Set(gone.map(({ table }) => table))];
    const on = async (tables: readonly string[], sql: (table: string) => string) => {
      for (const table of tables) await this.owner.query(sql(table));
    };
    await this.triggers('disable');
    await on(names, (table) => `create table if not exists kept_${table} as select * from ${table}`);
    for (const { table, values } of gone) {
      const key = this.tables.find(({ name }) => name === table)?.key ?? [];
      const where = key.map((name, n) => `${name} = $${n + 1}`).join(' and ');
      await this.owner.query(
        `delete from ${table} where ${where}`,
        key.map((name) => values[name]),
      );
    }
    return async () => {
      await on(names, (table) => `delete from ${table}`);
      await on(names, (table) => this.copyBack(table));
      await on(names, (table) => `drop table kept_${table}`);
      await this.triggers('enable');
    };
  }

  private copyBack(table: string): string {
    const columns =
      this.tables.find(({ name }) => name === table)?.columns.filter(({ isGenerated }) => !isGenerated) ?? [];
    const names = columns.map(({ name }) => name).join(', ');
    return `insert into ${table} (${names}) overriding system value select ${names} from kept_${table}`;
  }

  private async triggers(what: 'enable' | 'disable'): Promise<void> {
    for (const { name } of this.tables) await this.owner.query(`alter table ${name} ${what} trigger all`);
  }

  private async makeRow(table: Table, party: Party, kind: MadeRow['kind']): Promise<void> {
    const values: Values = {};
    const special = overrides[table.name] ?? {};
    const isHis = table.references.every((reference) => {
      const target = this.targetOf(reference.table, party, kind);
      return reference.columns.every((name, place) => {
        if (name in values && values[name] !== null) return true;
        if (reference.table === table.name && !isOptional(table, name)) {
          values[name] = values['id'] ??= newId();
          return true;
        }
        const found = this.referredTo(partyColumn(name, reference.table, party), reference.table, target);
        values[name] = found?.values[reference.targets[place] ?? 'id'] ?? null;
        return values[name] !== null || isOptional(table, name);
      });
    });
    if (!isHis && !Object.keys(special).length) return;
    for (const column of table.columns) this.fill(values, table, column, party, kind);
    const given =
      typeof special === 'function'
        ? special({ party, kind, values, find: (name, mark, sort) => this.find(name, mark, sort) })
        : special;
    if (given === null) return;
    Object.assign(values, given);
    const missing = table.columns.find(
      ({ name, isNullable, isGenerated, hasDefault }) =>
        !isNullable && !isGenerated && (values[name] === null || (values[name] === undefined && !hasDefault)),
    );
    if (missing) return;
    await this.insert(table, party, kind, values);
  }

  private referredTo(whose: 'own' | 'company' | 'none', table: string, own?: MadeRow): MadeRow | undefined {
    if (whose === 'company') return this.targetOf(table, PARTIES[0] as Party, 'own');
    return whose === 'own' ? own : undefined;
  }

  private targetOf(table: string, party: Party, kind: MadeRow['kind']): MadeRow | undefined {
    const shared = kind === 'common' && COMMON.test(table) && !table.startsWith('identity_');
    return this.find(table, shared ? 'Qcompany' : party.mark, kind);
  }

  private fill(values: Values, table: Table, column: Column, party: Party, kind: MadeRow['kind']): void {
    const { name } = column;
    if (name in values || column.isGenerated) return;
    const noun = NOUNS[name];
    if (/^(supplier|customer)_id$/.test(name)) values[name] = this.organisation(name, party);
    else if (column.type === 'uuid' && noun) values[name] = this.targetOf(noun, party, kind)?.values['id'] ?? null;
    else values[name] = guess(column, table.name, party, kind);
  }

  private organisation(column: string, party: Party): unknown {
    const isHis = partyColumn(column, 'identity_organisation', party) === 'own';
    return isHis ? (this.find('identity_organisation', party.mark)?.values['id'] ?? null) : null;
  }

  private async insert(table: Table, party: Party, kind: MadeRow['kind'], values: Values): Promise<void> {
    const names = Object.keys(values).filter((name) => values[name] !== undefined);
    const given = names.map((name) => {
      const value = values[name];
      return value !== null && typeof value === 'object' && !(value instanceof Date) && !Array.isArray(value)
        ? JSON.stringify(value)
        : value;
    });
    const text = `insert into ${table.name} (${names.join(', ')}) overriding system value values (${names.map((_, n) => `$${n + 1}`).join(', ')}) returning *`;
    for (let tries = 0; tries < 20; tries++) {
      try {
        const [row] = await this.owner.query<Values>(text, given);
        this.made.push({ table: table.name, party, kind, values: row ?? values });
        return;
      } catch (error) {
        const { code, constraint, message } = error as { code: string; constraint: string; message: string };
        // Two parties cannot both have what there is once: the first one has it.
        if (code === '23505' || code === '23P01') return;
        if (code !== '23514') throw new Error(`${table.name}: ${message}`, { cause: error });
        this.dropped.push(`${table.name}.${constraint} ${party.mark}`);
        await this.owner.query(`alter table ${table.name} drop constraint ${constraint}`);
      }
    }
  }
}

const isOptional = (table: Table, name: string): boolean =>
  table.columns.find((column) => column.name === name)?.isNullable ?? true;

/** Whose id stands in a column that names a party. */
function partyColumn(name: string, target: string, party: Party): 'own' | 'company' | 'none' {
  if (target === 'identity_organisation' || /^(supplier|customer)_id$/.test(name)) {
    if (/supplier/.test(name)) return party.side === 'SUPPLIER' ? 'own' : 'none';
    if (/customer/.test(name)) return party.side === 'CUSTOMER' ? 'own' : 'none';
  }
  return 'own';
}

/** Ids without a foreign key whose name says of what they are. */
const NOUNS: Readonly<Record<string, string>> = {
  item_id: 'catalog_item',
  site_id: 'catalog_site',
  location_id: 'catalog_location',
  owner_id: 'identity_organisation',
  organisation_id: 'identity_organisation',
  actor_organisation_id: 'identity_organisation',
  person_id: 'identity_person',
  actor_person_id: 'identity_person',
  actor_id: 'identity_person',
};

const OVER = /(revoked|cancelled|ended|used|closed|deleted|reversed|rejected|withdrawn|erased|locked)_/;

type Guess = (column: Column, place: number, said: string) => unknown;

const text: Guess = ({ length }, place, said) =>
  length ? `${said.split(' ')[0] ?? ''}${place}`.slice(0, length) : said;
const unlessDefault =
  (value: unknown): Guess =>
  ({ hasDefault }) =>
    hasDefault ? undefined : value;
const day = (place: number, isEnd: boolean) => (isEnd ? `2031-01-${10 + place}` : `2026-03-${10 + place}`);

const GUESSES: Readonly<Record<string, Guess>> = {
  uuid: ({ name, isNullable }) => (name !== 'id' && isNullable ? null : newId()),
  text,
  'character varying': text,
  character: ({ hasDefault, length }) => (hasDefault ? undefined : 'USD'.slice(0, length ?? 3)),
  boolean: ({ name }) => name !== 'is_company',
  date: ({ name }, place) => day(place, /(_to|until)$/.test(name)),
  'timestamp with time zone': ({ name }, place) => `${day(place, /(expires|until|ends)/.test(name))}T00:00:00Z`,
  jsonb: unlessDefault({}),
  bytea: (_column, _place, said) => Buffer.from(said),
};

/** A value that says whose it is, as far as its type lets it. */
function guess(column: Column, table: string, party: Party, kind: string): unknown {
  const { name, type, allowed, hasDefault, isNullable } = column;
  const place = party.index * 2 + (kind === 'own' ? 0 : 1);
  if (name === 'version') return 1;
  if (allowed.length > 0) return allowed[Math.min(1, allowed.length - 1)];
  if (isNullable && OVER.test(name)) return null;
  const known = GUESSES[type];
  if (known) return known(column, place, `${party.mark} ${table} ${name} ${kind}`);
  if (type.endsWith('[]')) return hasDefault ? undefined : [];
  return /int|numeric|double/.test(type) ? place + 1 : undefined;
}
