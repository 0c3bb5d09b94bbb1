import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib';
import { defineError } from '../../kernel/domain-error.ts';

/** What was sent is no zip archive, or one that would unpack to more than is accepted. */
export class ArchiveRefused extends defineError('ARCHIVE_REFUSED', {
  en: 'The archive cannot be opened: {reason_en}',
  zh: '无法打开压缩包：{reason_zh}',
}) {}

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const FILE_ENTRY = 0x04034b50;
const END_SIZE = 22;
const LONGEST_REMARK = 65_535;
const MOST_FILES = 200;
const UTF8_NAMES = 0x800;
const STORED = 0;
const DEFLATED = 8;

const refused = (reason_en: string, reason_zh: string) => new ArchiveRefused({ reason_en, reason_zh });

/**
 * The files of a zip archive (stored or deflated, not encrypted), by their names without folders. Nothing is unpacked
 * beyond `mostBytes` in all. @throws ArchiveRefused
 */
export function unzip(archive: Uint8Array, mostBytes: number): NamedBytes[] {
  const data = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  try {
    return entriesOf(data, mostBytes);
  } catch (error) {
    if (error instanceof ArchiveRefused) throw error;
    throw refused('it is damaged', '文件已损坏');
  }
}

function entriesOf(data: Buffer, mostBytes: number): NamedBytes[] {
  const end = directoryEnd(data);
  const count = data.readUInt16LE(end + 10);
  if (count > MOST_FILES) throw refused('it has too many files', '文件过多');
  let place = data.readUInt32LE(end + 16);
  let left = mostBytes;
  const files: NamedBytes[] = [];
  for (let n = 0; n < count; n++) {
    if (data.readUInt32LE(place) !== DIRECTORY_ENTRY) throw refused('it is damaged', '文件已损坏');
    const nameLength = data.readUInt16LE(place + 28);
    const name = data.toString('utf8', place + 46, place + 46 + nameLength);
    if (!name.endsWith('/') && !name.startsWith('__MACOSX/')) {
      const bytes = contentOf(data, place, left);
      left -= bytes.byteLength;
      files.push({ name: name.split(/[/\\]/).at(-1) ?? name, bytes });
    }
    place += 46 + nameLength + data.readUInt16LE(place + 30) + data.readUInt16LE(place + 32);
  }
  return files;
}

function directoryEnd(data: Buffer): number {
  for (let at = data.length - END_SIZE; at >= Math.max(0, data.length - END_SIZE - LONGEST_REMARK); at--)
    if (data.readUInt32LE(at) === DIRECTORY_END) return at;
  throw refused('it is no zip archive', '不是 zip 压缩包');
}

function contentOf(data: Buffer, entry: number, most: number): Uint8Array {
  const method = data.readUInt16LE(entry + 10);
  const isEncrypted = (data.readUInt16LE(entry + 8) & 1) === 1;
  const start = data.readUInt32LE(entry + 42);
  if (isEncrypted || data.readUInt32LE(start) !== FILE_ENTRY)
    throw refused('it is locked or damaged', '文件已加密或损坏');
  if (data.readUInt32LE(entry + 24) > most) throw refused('it is too large', '文件过大');
  const body = start + 30 + data.readUInt16LE(start + 26) + data.readUInt16LE(start + 28);
  const packed = data.subarray(body, body + data.readUInt32LE(entry + 20));
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw refused('it is packed in an unknown way', '压缩方式不受支持');
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
}

/** A zip archive of these files. */
export function zip(files: readonly NamedBytes[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of files) {
    const title = Buffer.from(name, 'utf8');
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(UTF8_NAMES, 2);
    common.writeUInt16LE(DEFLATED, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.byteLength, 18);
    common.writeUInt16LE(title.length, 22);
    bodies.push(signature(FILE_ENTRY), common, title, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(signature(DIRECTORY_ENTRY), Buffer.from([20, 0]), common, place, title);
    offset += 30 + title.length + packed.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, ...directory, signature(DIRECTORY_END), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
