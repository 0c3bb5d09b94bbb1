import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { progress, project, run } from './project.mjs';

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const find = () => [process.env.CHROMIUM_PATH, ...places].find((path) => path && existsSync(path));

function browserTestsExist() {
  const folder = join(project, 'tests', 'browser');
  return existsSync(folder) && readdirSync(folder, { recursive: true }).some((name) => name.endsWith('.test.ts'));
}

/** The browser for the browser tests: found, installed where apt can, or undefined after saying why. */
export async function ensureChromium() {
  if (!browserTestsExist() || find()) return find();
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    console.log('Browser tests are skipped: no Chromium was found; install it or set CHROMIUM_PATH.');
    return undefined;
  }
  const line = progress('Installing Chromium for the browser tests');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  const { code, output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
    env,
  });
  if (code === 0 && find()) line.done();
  else {
    line.failed();
    console.log(`Browser tests are skipped: apt-get could not install Chromium (${output.trim().split('\n').at(-1)}).`);
  }
  return find();
}
