import { existsSync } from 'node:fs';
import { progress, run } from './project.mjs';

export const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Installs a Debian package that tests need; answers why it could not, or null. */
export async function aptInstall(name, purpose) {
  const line = progress(`Installing ${purpose}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env });
  const { code, output } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env });
  if (code === 0) line.done();
  else line.failed();
  return code === 0 ? null : (output.trim().split('\n').at(-1) ?? 'it did not say why');
}
