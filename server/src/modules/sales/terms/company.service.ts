import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/** The organisation that sells: whose stock is sold, and in whose currency the books are. */
export async function companyIdOf(work: Work): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from identity_organisation where is_company`.execute(work.sql);
  return rows[0]?.id ?? '';
}
