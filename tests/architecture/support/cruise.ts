import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './tree.ts';

interface Report {
  summary: { violations: { from: string; to: string; rule: { name: string } }[]; totalCruised: number };
}

/** Runs the boundary lint with our own rules over a tree; gives `rule: from -> to` per refused import, sorted. */
export async function refusedImports(root: string): Promise<{ refused: string[]; judged: number }> {
  const tool = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const config = join(ROOT, '.dependency-cruiser.cjs');
  const folders = ['server', 'portals'].filter((folder) => existsSync(join(root, folder)));
  const output = await new Promise<string>((done, fail) =>
    execFile(
      process.execPath,
      [tool, '--config', config, '--output-type', 'json', ...folders],
      { cwd: root, maxBuffer: 256 * 1024 * 1024 },
      (_exit, stdout, stderr) => (stdout ? done(stdout) : fail(new Error(stderr))),
    ),
  );
  const { summary } = JSON.parse(output) as Report;
  return {
    refused: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`).sort(),
    judged: summary.totalCruised,
  };
}
