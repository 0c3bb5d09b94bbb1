import type { Curve } from './svg.ts';

const BAR = 40;
/** Above this the cost of a page is taken to grow; below, it is noise and depth of indexes. */
const FLAT = 0.2;

/** How cost follows rows: 0 is flat, 1 is in proportion. */
export function exponent({ rows, medians }: Curve): number {
  const [first = 1, last = 1] = [medians[0], medians.at(-1)];
  return Math.log(last / first) / Math.log((rows.at(-1) ?? 1) / (rows[0] ?? 1));
}

/** A bar for each size. */
export function bars(curve: Curve): string {
  const most = Math.max(...curve.medians);
  const lines = curve.medians.map((median, n) => {
    const bar = '#'.repeat(Math.max(1, Math.round((median / most) * BAR))).padEnd(BAR);
    return `  ${String(curve.rows[n]).padStart(9)} ${bar} ${median.toFixed(2)} ms`;
  });
  return [`\n${curve.name}: grows with rows^${exponent(curve).toFixed(2)}`, ...lines].join('\n');
}

/** Which pages stay flat, and which do not: in proportion is the most the goals allow. */
export function verdict(curves: readonly Curve[]): string {
  return curves
    .map((curve) => {
      const power = exponent(curve);
      const word =
        power <= FLAT ? 'flat' : power <= 1.1 ? 'grows, no worse than n log n' : 'MISSED, worse than n log n';
      return `  ${curve.name.padEnd(20)} ${word} (rows^${power.toFixed(2)})`;
    })
    .join('\n');
}
