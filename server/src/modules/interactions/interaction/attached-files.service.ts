import { sql } from 'kysely';
import { fromGlobalId, newId } from '../../../kernel/id.ts';
import { inOrder } from '../../../kernel/in-order.ts';
import type { Work } from '../../../platform/db/work.ts';
import { documentKind } from '../../../platform/files/document-kind.ts';
import { fileStore } from '../../../platform/files/file-store.ts';
import { keepBytes, uploadsOf } from '../../../platform/files/upload.service.ts';
import { NotFound } from '../../../platform/graphql/errors.ts';
import { safeFileName } from '../../../platform/mail/file-name.ts';
import { AttachmentRefused, TooManyAttachments } from '../interactions.errors.ts';

const MOST_BYTES = 10 * 1_048_576;
const MOST_AN_HOUR = 60;
const MOST_OF_A_MESSAGE = 10;
const PATH = ['input', 'fileIds'];

/** Files that people add to what they write in a portal. */
export class AttachedFiles {
  /** Keeps a file for a message that is still being written. @throws AttachmentRefused, TooManyAttachments */
  async take(work: Work, given: string, bytes: Uint8Array): Promise<string> {
    const name = safeFileName(given);
    if (bytes.byteLength > MOST_BYTES || documentKind(bytes) === null) throw new AttachmentRefused({ name });
    const since = new Date(work.clock.now().getTime() - 3_600_000);
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from platform_upload
      where created_at > ${since} and person_id = ${work.actor.personId}`.execute(work.sql);
    if ((rows[0]?.n ?? 0) >= MOST_AN_HOUR) throw new TooManyAttachments({});
    return keepBytes(work, name, bytes);
  }

  /** Adds what this actor handed in to a message. @throws NotFound for anybody else's */
  async attach(work: Work, interactionId: string, organisationId: string, fileIds: readonly string[]): Promise<void> {
    if (fileIds.length === 0) return;
    const ids = fileIds.flatMap((id) => (fromGlobalId(id)?.prefix === 'upl' ? (fromGlobalId(id)?.id ?? []) : []));
    if (ids.length !== fileIds.length || ids.length > MOST_OF_A_MESSAGE) throw new NotFound({}, PATH);
    const files = await uploadsOf(work, ids);
    const rows = await inOrder(files, async ({ id, name }) => {
      const bytes = await fileStore().read(id);
      const kept = newId();
      await fileStore().write(kept, bytes);
      return { id: kept, name, contentType: documentKind(bytes) ?? 'application/octet-stream', size: bytes.byteLength };
    });
    await sql`
      insert into interactions_attachment (id, organisation_id, interaction_id, name, content_type, size, created_at)
      select r.id, ${organisationId}, ${interactionId}, r.name, r."contentType", r.size, ${work.clock.now()}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) r(id uuid, name text, "contentType" text, size int)`.execute(
      work.sql,
    );
  }
}

export const attachedFiles = new AttachedFiles();
