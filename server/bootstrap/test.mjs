import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureChromium } from './chromium.mjs';
import { foreground } from './foreground.mjs';
import { ensureInstalled } from './install.mjs';
import { main, project, Stop } from './project.mjs';

const vitest = join(project, 'tests', 'node_modules', 'vitest', 'vitest.mjs');
const nothing = { passed: 0, failed: 0, skipped: 0 };

/** Counts tests; a file that could not even be loaded is one failure, as its tests are unknown. */
function count(reportFile) {
  const report = JSON.parse(readFileSync(reportFile, 'utf8'));
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

async function runVitest(filters) {
  const folder = mkdtempSync(join(tmpdir(), 'corridor-report-'));
  const reportFile = join(folder, 'report.json');
  try {
    const chromium = await ensureChromium();
    const args = [
      vitest,
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
    ];
    const code = await foreground(
      [{ args: [...args, `--outputFile.json=${reportFile}`, ...filters] }],
      chromium ? { CHROMIUM_PATH: chromium } : {},
    );
    return { code, counts: count(reportFile) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Prints the result as the very last line, whatever happened before. */
await main(async () => {
  let result = { code: 1, counts: { ...nothing, failed: 1 } };
  try {
    await ensureInstalled();
    await ensureBuilt();
    result = await runVitest(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Stop ? error.message : error);
  }
  const { passed, failed, skipped } = result.counts;
  console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  return result.code || (failed > 0 || passed === 0 ? 1 : 0);
});
