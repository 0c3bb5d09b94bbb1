/** Files as far as it matters whether they are sent along. */
interface Sized {
  readonly size: number;
}

/** Bytes that a mail carries at most. Base64 adds a third, and many servers take no mail above ten megabytes. */
const MOST_BYTES = 7 * 1_048_576;

/** Which files a mail carries, the small ones first, and which stay in the portal because there is no room for them. */
export function mailedFiles<File extends Sized>(files: readonly File[]): { sent: File[]; left: File[] } {
  const parts = { sent: [] as File[], left: [] as File[] };
  let room = MOST_BYTES;
  for (const file of files.toSorted((one, other) => one.size - other.size)) {
    const fits = file.size <= room;
    parts[fits ? 'sent' : 'left'].push(file);
    if (fits) room -= file.size;
  }
  return parts;
}
