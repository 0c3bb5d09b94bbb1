import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Whether this is the source itself, or was built from it. */
export const isBuilt = !import.meta.url.endsWith('.ts');

function folderAbove(path: string): string {
  const folder = dirname(path);
  return folder === path || existsSync(join(folder, 'pnpm-workspace.yaml')) ? join(folder, '/') : folderAbove(folder);
}

/** The folder that holds package.json, migrations and portals; the same from source and from the build. */
export const projectFolder = folderAbove(fileURLToPath(import.meta.url));
