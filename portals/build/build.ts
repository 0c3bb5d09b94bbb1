/** Builds the portals named on the command line, or all of them. Usage: node build/build.ts [supplier|customer|admin]... */
import { build } from 'vite';
import { portalsFolder } from './paths.ts';
import { writeSchemaTypes } from './schema-types.ts';
import { portalNames, writeTrustedDocuments } from './trusted-documents.ts';

const named = process.argv.slice(2);
const built = named.length > 0 ? named : portalNames;
await writeSchemaTypes();
await writeTrustedDocuments(built);
for (const portal of built) {
  await build({ root: `${portalsFolder}${portal}`, configFile: `${portalsFolder}${portal}/vite.config.ts` });
}
