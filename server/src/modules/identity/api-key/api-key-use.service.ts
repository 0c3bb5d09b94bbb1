import { sql } from 'kysely';
import type { Work } from '../../../platform/db/work.ts';

/** When and from where a key was last used, to within minutes. */
export async function noteKeyUsed(work: Work, id: string, remoteAddress: string | null): Promise<void> {
  await sql`
    update identity_api_key set last_used_at = ${work.clock.now()}::timestamptz, last_used_address = ${remoteAddress}
    where id = ${id}`.execute(work.sql);
}
