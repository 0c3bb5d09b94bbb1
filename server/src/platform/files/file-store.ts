import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createReadStream, type ReadStream } from 'node:fs';
import { join } from 'node:path';
import { isUuid } from '../../kernel/id.ts';
import { loadConfig } from '../config.ts';

/** Files by their id, in the data folder: outside of everything that is served, and never under a name somebody chose. */
export class FileStore {
  constructor(private readonly folder: string) {}

  async write(id: string, bytes: Uint8Array): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeFile(this.place(id), bytes, { mode: 0o600 });
  }

  read(id: string): Promise<Uint8Array> {
    return readFile(this.place(id));
  }

  /** The file as a stream, or null when it is gone. */
  async open(id: string): Promise<ReadStream | null> {
    const found = await stat(this.place(id)).catch(() => null);
    return found?.isFile() ? createReadStream(this.place(id)) : null;
  }

  async remove(id: string): Promise<void> {
    await rm(this.place(id), { force: true });
  }

  private place(id: string): string {
    if (!isUuid(id)) throw new TypeError('A file is named by a uuid');
    return join(this.folder, id);
  }
}

/** The store of this installation. */
export const fileStore = (): FileStore => new FileStore(join(loadConfig().dataDir, 'files'));
