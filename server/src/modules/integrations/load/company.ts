import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';
import { FileMissing } from '../integrations.errors.ts';

/** The company's own id. @throws FileMissing when there is no company yet and no file has named it. */
export async function companyId(work: Work): Promise<string> {
  const { rows } = await sql<{ id: string }>`select id from identity_organisation where is_company`.execute(work.sql);
  if (!rows[0]) throw new FileMissing({ file: 'company.csv' });
  return rows[0].id;
}
