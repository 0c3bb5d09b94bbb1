import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectFolder } from '../project-folder.ts';

/** The documents that our own portals were built with, by content hash: those need no limits and no text on the wire. */
export class TrustedDocuments {
  private constructor(private readonly byHash: ReadonlyMap<string, string>) {}

  /** Reads what the portal build wrote; none when the portals were not built. */
  static async load(): Promise<TrustedDocuments> {
    const text = await readFile(join(projectFolder, 'schema/trusted-documents.json'), 'utf8').catch(() => '{}');
    const entries = Object.entries(JSON.parse(text) as Record<string, { document: string }>);
    return new TrustedDocuments(new Map(entries.map(([hash, { document }]) => [hash, document])));
  }

  /** The text behind `sha256:<hash>`, or undefined for a document that is not ours. */
  find(documentId: string): string | undefined {
    return this.byHash.get(documentId.replace(/^sha256:/, ''));
  }
}
