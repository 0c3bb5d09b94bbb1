import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { ROOT } from './tree.ts';

/** The settings our own files are compiled with, for planted files that are linted with types. */
export const compilerSettings: Record<string, string> = {
  'tsconfig.json': readFileSync(join(ROOT, 'tsconfig.json'), 'utf8'),
  'server/tsconfig.json': JSON.stringify({ extends: '../tsconfig.json', include: ['src'] }),
  'portals/tsconfig.json': JSON.stringify({ extends: '../tsconfig.json', include: ['**/*'] }),
};

/** Lints the files under `root` with our own rules; gives the refusing rules (or the parser's words) per path. */
export async function lintRefusals(root: string, paths: readonly string[]): Promise<Map<string, string[]>> {
  const eslint = new ESLint({ cwd: root, overrideConfigFile: join(ROOT, 'eslint.config.js') });
  const results = await eslint.lintFiles([...paths]);
  return new Map(
    results.map(({ filePath, messages }) => [
      filePath.slice(root.length + 1).replaceAll('\\', '/'),
      messages.map(({ ruleId, message }) => ruleId ?? message),
    ]),
  );
}
