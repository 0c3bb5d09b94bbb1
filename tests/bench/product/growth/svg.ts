/** How long the median answer of one page takes at each number of rows. */
export interface Curve {
  readonly name: string;
  readonly rows: readonly number[];
  readonly medians: readonly number[];
}

const [WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM] = [900, 520, 70, 30, 200, 60];
const COLOURS = ['#0b5fff', '#c2410c', '#15803d', '#7c3aed', '#be123c', '#0e7490', '#a16207', '#475569', '#9d174d'];

/** Cost over rows, both axes logarithmic: a flat line does not grow, one at 45 degrees grows in proportion. */
export function svg(curves: readonly Curve[]): string {
  const rows = curves[0]?.rows ?? [];
  const values = curves.flatMap(({ medians }) => medians);
  const [low, high] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
  const x = scale(Math.log10(rows[0] ?? 1), Math.log10(rows.at(-1) ?? 10), LEFT, WIDTH - RIGHT);
  const y = scale(low, high, HEIGHT - BOTTOM, TOP);
  const across = rows.map(
    (count) => `<text x="${x(Math.log10(count))}" y="${HEIGHT - BOTTOM + 20}" text-anchor="middle">${count}</text>`,
  );
  const up = Array.from({ length: high - low + 1 }, (_, n) => {
    const at = y(low + n);
    return `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${at}" y2="${at}" stroke="#ddd"/><text x="${LEFT - 8}" y="${at + 4}" text-anchor="end">${10 ** (low + n)} ms</text>`;
  });
  const lines = curves.map(({ name, medians }, n) => {
    const colour = COLOURS[n % COLOURS.length];
    const points = medians.map((ms, at) => `${x(Math.log10(rows[at] ?? 1))},${y(Math.log10(ms))}`).join(' ');
    const label = `<text x="${WIDTH - RIGHT + 12}" y="${TOP + 16 + n * 20}" fill="${colour}">${name}</text>`;
    return `<polyline points="${points}" fill="none" stroke="${colour}" stroke-width="2"/>${label}`;
  });
  const title = `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 12}" text-anchor="middle">rows of the table behind the page</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13">${[...across, ...up, ...lines, title].join('')}</svg>\n`;
}

const scale =
  (from: number, to: number, start: number, end: number) =>
  (value: number): number =>
    Math.round((start + ((value - from) / Math.max(to - from, 1e-9)) * (end - start)) * 10) / 10;
