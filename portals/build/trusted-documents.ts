/**
 * Collects every operation of the portals' `*.documents.ts` files, so that the server can refuse any other text.
 * Writes `schema/trusted-documents.json` (hash -> name, portal, document) and, per portal, the map from operation name to hash
 * that its client sends instead of the text. Operation names are unique across all portals.
 */
import { createHash } from 'node:crypto';
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { formatDocument } from '@urql/core';
import { type DocumentNode, type GraphQLSchema, Kind, buildSchema, parse, print, validate } from 'graphql';
import { generatedFolder, portalsFolder, schemaFile, trustedDocumentsFile } from './paths.ts';

export const portalNames = ['supplier', 'customer', 'admin'] as const;

interface TrustedDocument {
  readonly name: string;
  readonly portal: string;
  readonly document: string;
}

function isDocument(value: unknown): value is DocumentNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === Kind.DOCUMENT;
}

/** The operation's name, or null for a document that holds fragments only. */
function operationName(document: DocumentNode, file: string): string | null {
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation && !operation.name) throw new Error(`${file}: every operation needs a name`);
  return operation?.name?.value ?? null;
}

/** What the schema refuses in a document. The types see a wrong field only where its result is used; the schema sees it always. */
function refusals(schema: GraphQLSchema, document: DocumentNode, file: string): string[] {
  return validate(schema, document).map(({ message }) => `${file}: ${message}`);
}

function ownerOf(file: string): string {
  const folder = file.split(/[/\\]/)[0] ?? '';
  return folder === 'ui' ? 'shared' : folder;
}

async function collect(schema: GraphQLSchema, built: readonly string[]): Promise<Map<string, TrustedDocument>> {
  const byHash = new Map<string, TrustedDocument>();
  const fileByName = new Map<string, string>();
  for await (const file of glob('{ui,supplier,customer,admin}/**/*.documents.ts', { cwd: portalsFolder })) {
    const exported: Record<string, unknown> = await import(`${portalsFolder}${file}`);
    for (const candidate of Object.values(exported).filter(isDocument)) {
      const name = operationName(candidate, file);
      if (name === null) continue;
      const other = fileByName.get(name);
      if (other) throw new Error(`operation ${name} is in ${other} and in ${file}: names are unique across portals`);
      fileByName.set(name, file);
      const refused = refusals(schema, candidate, file);
      const portal = ownerOf(file);
      if (refused.length > 0) {
        if (portal === 'shared' || built.includes(portal)) throw new Error(refused.join('\n'));
        process.stderr.write(`left out: ${refused.join('\nleft out: ')}\n`);
        continue;
      }
      // The client adds __typename before it sends, so the trusted text carries it too.
      const document = print(parse(print(formatDocument(candidate))));
      byHash.set(createHash('sha256').update(document).digest('hex'), { name, portal, document });
    }
  }
  return byHash;
}

/** A document the schema refuses fails the build of its own portal, and is left out of the others'. */
export async function writeTrustedDocuments(built: readonly string[]): Promise<void> {
  const documents = [...(await collect(buildSchema(await readFile(schemaFile, 'utf8')), built))].sort(([, a], [, b]) =>
    a.name.localeCompare(b.name, 'en'),
  );
  await mkdir(generatedFolder, { recursive: true });
  await writeFile(
    trustedDocumentsFile,
    `${JSON.stringify(Object.fromEntries(documents.sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`,
  );
  for (const portal of portalNames) {
    const ids = documents
      .filter(([, { portal: owner }]) => owner === portal || owner === 'shared')
      .map(([hash, { name }]) => [name, hash]);
    const body = JSON.stringify(Object.fromEntries(ids.sort()), null, 2);
    await writeFile(
      `${generatedFolder}document-ids.${portal}.ts`,
      `export const documentIds: Readonly<Record<string, string>> = ${body};\n`,
    );
  }
}

if (import.meta.main) await writeTrustedDocuments(portalNames);
