import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ROOT } from './support/tree.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type: string };
  readonly scripts?: Readonly<Record<string, string>>;
}

/** Licences under which we may use and hand on what we build upon. */
const FREE =
  /^(MIT|MIT-0|ISC|BSD-2-Clause|BSD-3-Clause|0BSD|Apache-2\.0|BlueOak-1\.0\.0|Zlib|Python-2\.0|CC0-1\.0|Unlicense|OFL-1\.1)$/;
/** Looked at one by one: used unchanged for tests and builds, or MIT without saying so in their manifest. */
const JUDGED: Readonly<Record<string, string>> = {
  'axe-core': 'MPL-2.0: runs in browser tests only',
  '@axe-core/playwright': 'MPL-2.0: runs in browser tests only',
  lightningcss: 'MPL-2.0: a build tool, used unchanged',
  'png-js': 'MIT, in its LICENSE file',
};

/** A store of packages of its own, without the links to ours that other planted trees have. */
function plantedStore(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'corridor-store-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** The manifest of every package that is installed under `root`. */
function installed(root: string): Manifest[] {
  const store = join(root, 'node_modules/.pnpm');
  const inside = readdirSync(store).flatMap((folder) => {
    const modules = join(store, folder, 'node_modules');
    if (!existsSync(modules)) return [];
    return (
      readdirSync(modules, { withFileTypes: true })
        // A link leads to a package that has a folder of its own.
        .filter((entry) => entry.isDirectory())
        .flatMap(({ name }) =>
          name.startsWith('@')
            ? readdirSync(join(modules, name), { withFileTypes: true })
                .filter((entry) => entry.isDirectory())
                .map((entry) => join(modules, name, entry.name))
            : [join(modules, name)],
        )
    );
  });
  return inside
    .map((folder) => join(folder, 'package.json'))
    .filter((path) => existsSync(path))
    .map((path) => JSON.parse(readFileSync(path, 'utf8')) as Manifest)
    .filter(({ name, version }) => Boolean(name) && Boolean(version));
}

function isFree({ name, license }: Manifest): boolean {
  if (Object.keys(JUDGED).some((judged) => name === judged || name.startsWith(`${judged}-`))) return true;
  const text = (typeof license === 'object' ? license.type : license) ?? '';
  const any = text.replaceAll(/[()]/g, '').split(' OR ');
  return any.some((choice) => choice.split(' AND ').every((part) => FREE.test(part.trim())));
}

const unfree = (root: string): string[] =>
  installed(root)
    .filter((one) => !isFree(one))
    .map(({ name, license }) => `${name}: ${JSON.stringify(license)}`);

/** Packages that would run code while they are installed, without our word for or against it. */
function unapproved(root: string): string[] {
  const said = readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8');
  const approved = [...said.matchAll(/^ {2}'?([^':\n]+)'?: (?:true|false)$/gm)].map(([, name]) => name);
  return installed(root)
    .filter(({ scripts = {} }) => ['preinstall', 'install', 'postinstall'].some((hook) => hook in scripts))
    .map(({ name }) => name)
    .filter((name) => !approved.includes(name));
}

test('every package may be used and handed on', () => {
  expect(installed(ROOT).length).toBeGreaterThan(300);
  expect(unfree(ROOT)).toEqual([]);
});

test('no package runs code while it is installed but those that were approved', () => {
  expect(unapproved(ROOT)).toEqual([]);
});

test('a planted package under another licence and one that runs code are both named', () => {
  const root = plantedStore({
    'pnpm-workspace.yaml': 'allowBuilds:\n  good: true\n',
    'node_modules/.pnpm/bad@1/node_modules/bad/package.json': '{"name":"bad","version":"1","license":"SSPL-1.0"}',
    'node_modules/.pnpm/good@1/node_modules/good/package.json':
      '{"name":"good","version":"1","license":"(GPL-3.0 OR MIT)","scripts":{"postinstall":"x"}}',
    'node_modules/.pnpm/@sly+runner@1/node_modules/@sly/runner/package.json':
      '{"name":"@sly/runner","version":"1","license":"MIT","scripts":{"install":"x"}}',
  });
  expect(unfree(root)).toEqual(['bad: "SSPL-1.0"']);
  expect(unapproved(root)).toEqual(['@sly/runner']);
});
