const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR', 'Opera'],
  ['Firefox', 'Firefox'],
  ['Chrome', 'Chrome'],
  ['Safari', 'Safari'],
] as const;
const SYSTEMS = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const;

const named = (list: readonly (readonly [string, string])[], agent: string): string | null =>
  list.find(([mark]) => agent.includes(mark))?.[1] ?? null;

/** What a browser says of itself, as people name it; null when it says nothing we know. */
export function deviceOf(userAgent: string | null): { browser: string; system: string } | null {
  const [browser, system] = [named(BROWSERS, userAgent ?? ''), named(SYSTEMS, userAgent ?? '')];
  return browser && system ? { browser, system } : null;
}
