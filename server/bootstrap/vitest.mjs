import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { foreground } from './foreground.mjs';
import { project, Stop } from './project.mjs';

const vitest = join(project, 'tests', 'node_modules', 'vitest', 'vitest.mjs');
const settings = ['--config', 'tests/vitest.config.ts', '--reporter=default', '--reporter=json'];

/** A file that could not even be loaded counts as one failure, since its tests are unknown. */
function count(report) {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Runs the tests whose path contains one of `filters`, or all; resolves with the exit code and the counts. */
async function runVitest(filters, env) {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-report-'));
  const file = join(folder, 'report.json');
  try {
    const args = [vitest, 'run', ...settings, `--outputFile.json=${file}`, ...filters];
    const code = await foreground([{ args }], env);
    return { code, counts: count(JSON.parse(readFileSync(file, 'utf8'))) };
  } catch (error) {
    throw error.code === 'ENOENT' ? new Stop('The tests ended without a report: see above.') : error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Prepares and runs the tests, and prints the counts as the very last line, whatever happened before.
 * The exit code is 0 only when something ran and nothing failed.
 */
export async function runTests(filters, prepare) {
  let code = 1;
  let counts = { passed: 0, failed: 1, skipped: 0 };
  try {
    ({ code, counts } = await runVitest(filters, await prepare()));
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
  }
  const { passed, failed, skipped } = counts;
  console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  return code || (failed > 0 || passed === 0 ? 1 : 0);
}
