import { fromGlobalId } from '../../../server/src/kernel/id.ts';
import { common } from './fixtures/common.ts';
import type { MadeRow, Party } from './fixtures/making.ts';
import type { Rows } from './rows.ts';

const MARKED = /\b(Q[a-z]+) ([a-z_]+) ([a-z_]+)/g;
const MAIL = /\b(q[a-z]+)(?:@|\.)example\.com/g;
const ID = /\b[a-z]{3}_[0-9a-f]{32}\b|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** Finds in an answer what belongs to somebody else: by the marks in every text, and by every id. */
export class Leaks {
  private readonly byId = new Map<string, MadeRow>();

  constructor(rows: Rows) {
    for (const row of rows.made) {
      const { id } = row.values;
      if (typeof id === 'string') this.byId.set(id, row);
    }
  }

  /** What of an answer this party must not know: `mark table.column`. */
  in(text: string, party: Party): string[] {
    if (party.side === 'COMPANY') return [];
    const { tables, ofCompany } = common[party.side];
    const isHis = (mark: string, table: string): boolean =>
      mark === party.mark || tables.has(table) || (mark === 'Qcompany' && ofCompany.has(table));
    const texts = [...text.matchAll(MARKED)]
      .filter(([, mark = '', table = '']) => !isHis(mark, table))
      .map(([, mark, table, column]) => `${mark} ${table}.${column}`);
    const mails = [...text.matchAll(MAIL)]
      .filter(([, mark = '']) => ![party.mark.toLowerCase(), 'qcompany'].includes(mark))
      .map(([, mark]) => `${mark} e-mail`);
    const ids = [...text.matchAll(ID)]
      .flatMap(([id]) => this.byId.get(fromGlobalId(id)?.id ?? id) ?? [])
      .filter((row) => !isHis(row.party.mark, row.table))
      .map((row) => `${row.party.mark} ${row.table}.id`);
    return [...new Set([...texts, ...mails, ...ids])];
  }
}
