/** Serves the portals (or the kit gallery) for development, with /graphql handed on to the server at PORT. Usage: node build/dev.ts [supplier|customer|admin|gallery]... */
import { createServer } from 'vite';
import { portalsFolder } from './paths.ts';
import { writeSchemaTypes } from './schema-types.ts';
import { portalNames, writeTrustedDocuments } from './trusted-documents.ts';

const asked = process.argv.slice(2);
await writeSchemaTypes();
await writeTrustedDocuments([]);
for (const name of asked.length > 0 ? asked : portalNames) {
  const root = name === 'gallery' ? `${portalsFolder}ui/gallery` : `${portalsFolder}${name}`;
  const server = await createServer({ root, configFile: `${root}/vite.config.ts` });
  await server.listen();
  server.printUrls();
}
