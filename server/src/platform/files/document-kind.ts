import { isText, isZip } from './upload.service.ts';

const MARKS: readonly (readonly [type: string, mark: string, at: number])[] = [
  ['image/png', '\x89PNG\r\n\x1a\n', 0],
  ['image/jpeg', '\xff\xd8\xff', 0],
  ['image/gif', 'GIF8', 0],
  ['image/webp', 'WEBP', 8],
  ['image/heic', 'ftypheic', 4],
  ['application/pdf', '%PDF-', 0],
];

/**
 * What a picture or document that people add to a message is, judged by how it begins, whatever it is called; null for
 * everything else, above all for what a browser or a machine would run.
 */
export function documentKind(bytes: Uint8Array): string | null {
  const beginning = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
  const known = MARKS.find(([, mark, at]) => beginning.startsWith(mark, at));
  if (known) return known[0];
  if (isZip(bytes)) return 'application/zip';
  return bytes.byteLength > 0 && isText(bytes) ? 'text/plain' : null;
}
