import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError, loadConfig } from '../../../server/src/platform/config.ts';
import { projectFolder } from '../../../server/src/platform/project-folder.ts';

const strong = 'k3Jv9sQ2mXw7Lr8TzB1nYc5HdFg6PqAu0e';
let dataDir: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'corridor-config-'));
});
afterEach(() => {
  rmSync(dataDir, { recursive: true });
});

const load = (env: NodeJS.ProcessEnv = {}) => loadConfig({ CORRIDOR_DATA_DIR: dataDir, ...env });

function complaints(env: NodeJS.ProcessEnv): string[] {
  try {
    load(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

describe('configuration', () => {
  it('needs nothing in development', () => {
    expect(load()).toMatchObject({
      environment: 'development',
      port: 4000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:4000',
      databaseUrl: undefined,
      demo: true,
      worker: 'inline',
    });
  });

  it('takes an empty variable for an unset one', () => {
    expect(load({ PORT: '', DATABASE_URL: '', SMTP_URL: '' }).port).toBe(4000);
  });

  it('keeps a development secret that only this user can read', () => {
    const { secret } = load();
    expect(load().secret).toBe(secret);
    expect(readFileSync(join(dataDir, 'secret'), 'utf8')).toBe(secret);
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  });

  it('reads a relative data folder from the project, wherever it is started', () => {
    const config = loadConfig({ CORRIDOR_DATA_DIR: 'elsewhere', CORRIDOR_SECRET: strong });
    expect(config.dataDir).toBe(join(projectFolder, 'elsewhere'));
  });

  it('listens on every address and makes no demo company in production', () => {
    const config = load({
      NODE_ENV: 'production',
      CORRIDOR_SECRET: strong,
      PUBLIC_URL: 'https://corridor.test/',
    });
    expect(config).toMatchObject({ host: '0.0.0.0', demo: false, publicUrl: 'https://corridor.test' });
  });

  it('names every wrong variable, each in one sentence', () => {
    const env = {
      NODE_ENV: 'prod',
      PORT: '99999',
      DATABASE_URL: 'mysql://x',
      CORRIDOR_SECRET: 'short',
      WORKER: 'maybe',
    };
    const found = complaints(env);
    expect(found.map((sentence) => sentence.split(' ')[0])).toEqual(Object.keys(env));
    for (const sentence of found) expect(sentence).toMatch(/\.$/);
  });

  it.each([
    ['no secret', { CORRIDOR_SECRET: '' }, /^CORRIDOR_SECRET must be set/],
    ['a secret of one letter', { CORRIDOR_SECRET: 'a'.repeat(40) }, /^CORRIDOR_SECRET must be random/],
    [
      'a placeholder secret',
      { CORRIDOR_SECRET: 'please-change-me-0123456789abcdefgh' },
      /^CORRIDOR_SECRET must be random/,
    ],
    ['the demo company', { DEMO: 'on' }, /^DEMO must not be on/],
  ])('refuses %s in production', (_, env, sentence) => {
    expect(complaints({ NODE_ENV: 'production', CORRIDOR_SECRET: strong, ...env })).toEqual([
      expect.stringMatching(sentence),
    ]);
  });

  it('refuses a request login without an owner login', () => {
    expect(complaints({ DATABASE_API_URL: 'postgres://api@db/corridor' })).toEqual([
      expect.stringMatching(/^DATABASE_API_URL needs DATABASE_URL/),
    ]);
  });

  it('refuses a pooler without the login that it lends', () => {
    expect(complaints({ DATABASE_URL: 'postgres://o@db/corridor', DATABASE_POOL_URL: 'postgres://api@p/c' })).toEqual([
      expect.stringMatching(/^DATABASE_POOL_URL needs DATABASE_API_URL/),
    ]);
  });
});
