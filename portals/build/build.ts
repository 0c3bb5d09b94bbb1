/** Builds the portals named on the command line, or all of them. Usage: node build/build.ts [supplier|customer|admin]... */
import { build } from 'vite';
import { portalsFolder } from './paths.ts';
import { writeSchemaTypes } from './schema-types.ts';
import { portalNames, writeTrustedDocuments } from './trusted-documents.ts';

const asked = process.argv.slice(2);
await writeSchemaTypes();
await writeTrustedDocuments();
for (const portal of asked.length > 0 ? asked : portalNames) {
  await build({ root: `${portalsFolder}${portal}`, configFile: `${portalsFolder}${portal}/vite.config.ts` });
}
