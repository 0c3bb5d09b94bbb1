import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { foreground } from './foreground.mjs';
import { ensureInstalled } from './install.mjs';
import { main, project } from './project.mjs';

const portals = join(project, 'portals');

function checks() {
  const plain = [[join(project, 'node_modules', 'typescript', 'bin', 'tsc'), '--noEmit', '-p', '.']];
  if (!existsSync(join(portals, 'tsconfig.json'))) {
    console.log('The portals are not checked: portals/tsconfig.json does not exist.');
    return plain;
  }
  const templates = [join(portals, 'node_modules', 'vue-tsc', 'bin', 'vue-tsc.js'), '--noEmit', '-p', portals];
  return [...plain, [join(portals, 'build', 'schema-types.ts')], templates];
}

/** Checks the types of the server and the tests, and of the portals with their templates. */
await main(async () => {
  await ensureInstalled();
  for (const args of checks()) {
    const code = await foreground([{ args }]);
    if (code !== 0) return code;
  }
  return 0;
});
