import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main, project, run, Stop } from './project.mjs';

const { devDependencies: pins } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
const OFFLINE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ERR_PNPM_AUDIT|fetch failed|network|404|403|405/i;

/** Asks the registry for known weaknesses of what we ship. Where it cannot be asked, that is said, and is no failure. */
await main(async () => {
  const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
  const args = ['--yes', `pnpm@${pins.pnpm}`, 'audit', '--prod', '--json'];
  const { output } = await run(npx, args);
  const start = output.indexOf('{');
  const report = start < 0 ? {} : parse(output.slice(start));
  const found = Object.values(report.advisories ?? {});
  if (!report.metadata) {
    if (!OFFLINE.test(output)) throw new Stop(`The audit could not be read: ${output.trim().slice(0, 300)}`);
    console.log('Not audited: the registry does not answer such questions from here.');
    return 0;
  }
  for (const { severity, module_name: name, title, url } of found)
    console.log(`${severity}: ${name}: ${title} (${url})`);
  const grave = found.filter(({ severity }) => severity === 'high' || severity === 'critical');
  console.log(
    found.length === 0
      ? 'No known weaknesses in what we ship.'
      : `${found.length} known, ${grave.length} of them grave.`,
  );
  return grave.length > 0 ? 1 : 0;
});

function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
