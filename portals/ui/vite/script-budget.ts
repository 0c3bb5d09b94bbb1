import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;
type Bundle = Rolldown.OutputBundle;

const KILOBYTE = 1000;

function withStaticImports(start: readonly string[], bundle: Bundle): Set<string> {
  const reached = new Set<string>();
  const waiting = [...start];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const chunk = bundle[name];
    if (reached.has(name) || chunk?.type !== 'chunk') continue;
    reached.add(name);
    waiting.push(...chunk.imports);
  }
  return reached;
}

/**
 * Reports the script each page needs at first load (entry, page and what both import), gzipped,
 * and fails the build when a page needs more than `limitKilobytes`. Charts and barcodes load later and do not count.
 */
export function scriptBudget(limitKilobytes: number): Plugin {
  return {
    name: 'corridor:script-budget',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk');
      const sizes = new Map(
        chunks.map((chunk) => [chunk.fileName, gzipSync(chunk.code, { level: 9 }).length / KILOBYTE]),
      );
      const entries = chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName);
      const pages = chunks.filter(
        (chunk) => chunk.isDynamicEntry && /[\\/]pages[\\/].*\.vue$/.test(chunk.facadeModuleId ?? ''),
      );
      const report = [
        { label: 'shell', start: entries },
        ...pages.map((page) => ({ label: page.name, start: [...entries, page.fileName] })),
      ].map(({ label, start }) => ({
        label,
        size: [...withStaticImports(start, bundle)].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0),
      }));
      for (const { label, size } of report) this.info(`${label}: ${size.toFixed(1)} kB gzip of script at first load`);
      const heavy = report.filter(({ size }) => size > limitKilobytes).map(({ label }) => label);
      if (heavy.length > 0)
        this.error(`more than ${limitKilobytes} kB gzip of script at first load: ${heavy.join(', ')}`);
    },
  };
}
