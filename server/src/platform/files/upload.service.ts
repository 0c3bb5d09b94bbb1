import { sql } from 'kysely';
import { newId } from '../../kernel/id.ts';
import { defineError } from '../../kernel/domain-error.ts';
import type { Work } from '../db/work.ts';
import { NotFound } from '../graphql/errors.ts';
import { fileStore } from './file-store.ts';

/** What was sent is neither a CSV text nor a zip archive, whatever it is called. */
export class FileKindRefused extends defineError('FILE_KIND_REFUSED', {
  en: '{name} is neither a CSV text nor a zip archive',
  zh: '{name} 既不是 CSV 文本也不是 zip 压缩包',
}) {}

export interface Upload {
  readonly id: string;
  readonly name: string;
}

const LOOKED_AT = 65_536;
const MOST_NAME = 200;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);

/** How files begin that are no tables of ours, although they may hold no control character. */
const OTHER_KINDS = [
  '%PDF',
  '%!PS',
  '{\\rtf',
  'GIF8',
  'MZ',
  'BM',
  'Rar!',
  '<!doctype',
  '<html',
  '<?xml',
  '<svg',
  '<script',
  '#!',
];
const isControl = (byte: number): boolean => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte);

/** Whether the beginning reads as a text: control characters stand in texts only behind the mark of UTF-16. */
export function isText(bytes: Uint8Array): boolean {
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const beginning = Buffer.from(bytes.subarray(0, 64)).toString('latin1').trimStart().toLowerCase();
  if (OTHER_KINDS.some((kind) => beginning.startsWith(kind.toLowerCase()))) return false;
  return isWide || !bytes.subarray(0, LOOKED_AT).some(isControl);
}

/** Keeps a table that somebody handed in. @throws FileKindRefused */
export async function keepUpload(work: Work, name: string, bytes: Uint8Array): Promise<string> {
  const plain = name.replaceAll(/[/\\\p{Cc}]/gu, '').slice(-MOST_NAME) || 'file';
  if (!isZip(bytes) && !isText(bytes)) throw new FileKindRefused({ name: plain });
  return keepBytes(work, plain, bytes);
}

/** Keeps a file of which the caller knows what it is, until the work it was handed in for takes it. */
export async function keepBytes(work: Work, plain: string, bytes: Uint8Array): Promise<string> {
  const id = newId();
  await fileStore().write(id, bytes);
  await sql`
    insert into platform_upload (id, name, size, organisation_id, person_id, created_at)
    values (${id}, ${plain}, ${bytes.byteLength}, ${work.actor.organisationId}, ${work.actor.personId}, ${work.clock.now()})`.execute(
    work.sql,
  );
  return id;
}

/** Uploads of this actor himself, in the order of the ids. @throws NotFound for anybody else's */
export async function uploadsOf(work: Work, ids: readonly string[]): Promise<Upload[]> {
  const { rows } = await sql<Upload>`
    select u.id, u.name from unnest(${ids}::uuid[]) with ordinality w(id, place) join platform_upload u on u.id = w.id
    where u.person_id = ${work.actor.personId} order by w.place`.execute(work.sql);
  if (rows.length !== ids.length) throw new NotFound({}, ['input', 'uploadIds']);
  return rows;
}
