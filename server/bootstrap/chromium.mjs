import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall, canInstall } from './apt.mjs';
import { project } from './project.mjs';

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
  if (!canInstall()) {
    console.log('Browser tests are skipped: no Chromium was found; install it or set CHROMIUM_PATH.');
    return undefined;
  }
  const refusal = await aptInstall('chromium', 'Chromium for the browser tests');
  if (!find()) console.log(`Browser tests are skipped: apt-get could not install Chromium (${refusal}).`);
  return find();
}
