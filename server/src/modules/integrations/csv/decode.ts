import { FileNotText, FileTooLarge } from '../integrations.errors.ts';

export const MOST_FILE_MEGABYTES = 64;
const MEGABYTE = 1_048_576;

/**
 * The text of a file as people save it: UTF-8 with or without a mark, UTF-16 with one, or GB 18030 as Chinese
 * spreadsheets write it.
 * @throws FileTooLarge or FileNotText
 */
export function decode(file: string, bytes: Uint8Array): string {
  if (bytes.byteLength > MOST_FILE_MEGABYTES * MEGABYTE)
    throw new FileTooLarge({ file, megabytes: MOST_FILE_MEGABYTES });
  const text = textOf(bytes);
  if (text === null || text.includes('\u0000')) throw new FileNotText({ file });
  return text;
}

function textOf(bytes: Uint8Array): string | null {
  const marked = encodingByMark(bytes);
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next encoding may fit.
    }
  }
  return null;
}

function encodingByMark([first, second]: Uint8Array): string | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return null;
}
