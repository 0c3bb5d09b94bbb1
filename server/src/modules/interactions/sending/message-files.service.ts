import { inOrder } from '../../../kernel/in-order.ts';
import { fileStore } from '../../../platform/files/file-store.ts';
import type { MailFile } from '../../../platform/mail/mail.ts';
import { mailedFiles } from './mailed-files.calc.ts';

/** A file that belongs to what a message tells. */
export interface KeptFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
}

/** Those for which a mail has no room: whoever writes it says where they are. */
export const filesLeft = <File extends { readonly size: number }>(files: readonly File[]): File[] =>
  mailedFiles(files).left;

/** The files that a mail carries. One that was erased meanwhile holds up no message. */
export async function filesToSend(files: readonly KeptFile[]): Promise<MailFile[]> {
  const read = await inOrder(mailedFiles(files).sent, async ({ id, name, contentType }) => {
    const bytes = await bytesOf(id);
    return bytes && { name, contentType, bytes };
  });
  return read.filter((file) => file !== null);
}

async function bytesOf(id: string): Promise<Uint8Array | null> {
  try {
    return await fileStore().read(id);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
