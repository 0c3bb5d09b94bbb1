import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { onTestFinished } from 'vitest';

/** The checkout these tests judge. */
export const ROOT = resolve(import.meta.dirname, '../../..');

const notOurs = new Set(['node_modules', 'dist', '.git', '.data', 'generated', 'coverage']);

/** Paths of our own files under `root`, sorted, with forward slashes; `wanted` tests the relative path. */
export function filesIn(root: string, wanted: RegExp): string[] {
  const found: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (notOurs.has(entry.name)) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else found.push(relative(root, path).replaceAll('\\', '/'));
    }
  };
  visit(root);
  return found.filter((path) => wanted.test(path)).sort();
}

/** Writes a small tree to a temporary folder that sees our installed packages; the caller removes it. */
export function plant(files: Record<string, string>): { root: string; remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), 'corridor-planted-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  for (const workspace of ['.', 'server', 'portals']) {
    mkdirSync(join(root, workspace), { recursive: true });
    symlinkSync(join(ROOT, workspace, 'node_modules'), join(root, workspace, 'node_modules'), 'junction');
  }
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) };
}

/** Like `plant`, for one test: the folder goes when the test ends. */
export function plantForTest(files: Record<string, string>): string {
  const { root, remove } = plant(files);
  onTestFinished(remove);
  return root;
}
