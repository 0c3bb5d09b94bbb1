import { ensureInstalled } from './install.mjs';
import { main, progress, run } from './project.mjs';

const steps = ['format:check', 'lint', 'types', 'boundaries', 'schema', 'unit'];

/** Runs every check, also after one failed, and names all that did. */
await main(async () => {
  await ensureInstalled();
  const failed = [];
  for (const step of steps) {
    const line = progress(step);
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const { code, output } = await run(npm, ['run', '--silent', step]);
    if (code === 0) line.done();
    else {
      line.failed();
      console.log(`${output.trim()}\n${step}: failed`);
      failed.push(step);
    }
  }
  console.log(failed.length === 0 ? 'All checks passed.' : `Failed: ${failed.join(', ')}.`);
  return failed.length === 0 ? 0 : 1;
});
