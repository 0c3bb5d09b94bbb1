import { sql } from 'kysely';
import { systemActor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Work } from '../../../platform/db/work.ts';
import { consents } from '../consent/consents.service.ts';
import { readUnsubscribeToken } from './unsubscribe-token.service.ts';

const ACTOR = systemActor('unsubscribe');

/** Refusing mails of one purpose from the mail itself, without signing in; the other purposes stay as they are. */
export class Unsubscribe {
  async isKnown(database: Database, token: string): Promise<boolean> {
    const proof = readUnsubscribeToken(token);
    return proof !== null && database.transact(ACTOR, (work) => this.exists(work, proof.contactId), 'read');
  }

  /** Answers whether the token was ours. Asked again, nothing more happens. */
  async refuse(database: Database, token: string): Promise<boolean> {
    const proof = readUnsubscribeToken(token);
    if (!proof) return false;
    return database.transact(ACTOR, async (work) => {
      if (!(await this.exists(work, proof.contactId))) return false;
      const choice = { channel: 'EMAIL', purpose: proof.purpose, state: 'WITHDRAWN' } as const;
      if (!(await this.isSuppressed(work, proof.contactId, proof.purpose)))
        await consents.record(work, proof.contactId, [choice], 'UNSUBSCRIBE');
      return true;
    });
  }

  private async exists(work: Work, contactId: string): Promise<boolean> {
    const { rows } = await sql`select from interactions_contact where id = ${contactId}`.execute(work.sql);
    return rows.length > 0;
  }

  private async isSuppressed(work: Work, contactId: string, purpose: string): Promise<boolean> {
    const { rows } = await sql<{ state: string }>`
      select state from interactions_consent where contact_id = ${contactId} and channel = 'EMAIL' and purpose = ${purpose}
      order by recorded_at desc, id desc limit 1`.execute(work.sql);
    return rows[0]?.state === 'SUPPRESSED';
  }
}

export const unsubscribe = new Unsubscribe();
