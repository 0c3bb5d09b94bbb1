import { sql } from 'kysely';
import { systemActor } from '../../../platform/access/actor.ts';
import type { Database } from '../../../platform/db/database.ts';
import { readMailbox, type Bookmark } from '../../../platform/mail/mailbox.ts';
import { inbox } from './inbox.service.ts';

const READER = systemActor('mailbox');

/**
 * Takes in what is new in a mailbox; answers how many mails that were. Each mail is kept in a transaction of its own.
 * @throws when the server is away, or when mails could not be kept: they wait in the mailbox for the next time.
 */
export async function takeMails(database: Database, url: string): Promise<number> {
  const name = nameOf(new URL(url));
  const before = await database.transact(READER, (work) =>
    sql<Bookmark>`
      select generation, last_uid::int as "lastUid" from interactions_mailbox where name = ${name}`.execute(work.sql),
  );
  const { taken, bookmark, failures } = await readMailbox(url, before.rows[0] ?? null, async (raw) => {
    await database.transact(READER, (work) => inbox.take(work, raw));
  });
  await database.transact(READER, (work) =>
    sql`
      insert into interactions_mailbox (name, generation, last_uid, read_at)
      values (${name}, ${bookmark.generation}, ${bookmark.lastUid}, ${work.clock.now()})
      on conflict (name) do update
        set generation = excluded.generation, last_uid = excluded.last_uid, read_at = excluded.read_at`.execute(
      work.sql,
    ),
  );
  if (failures[0]) throw failures[0];
  return taken;
}

const nameOf = ({ username, host, pathname }: URL): string => `${username}@${host}${pathname}`;
