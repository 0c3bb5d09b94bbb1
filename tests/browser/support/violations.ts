import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** Nothing plays here, so nothing needs to be loaded once more to be judged. */
const QUICKLY = { resultTypes: ['violations' as const], selectors: false, preload: false };

/** The rows of a list are alike: those further down take their places, and are left out. */
const HIDE_FAR_ROWS = `(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('tr[data-row]:nth-child(n + 31) { visibility: hidden !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
})()`;
const SHOW_FAR_ROWS = `document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)`;

/** What a page owes its readers and lacks, one sentence for each rule. */
export async function violations(page: Page, colorScheme: 'dark' | 'light'): Promise<string[]> {
  // Between the two, nothing differs but the colours. Listing what is well takes longer than finding what is not.
  const rules = colorScheme === 'dark' ? { runOnly: ['color-contrast'] } : {};
  // We frame no page of another's, so all is judged where it is; a page that was judged before knows how.
  const known = (await page.evaluate<boolean>(`'axe' in window`)) ? { axeSource: 'window.axe' } : {};
  await page.evaluate(HIDE_FAR_ROWS);
  const axe = new AxeBuilder({ page, ...known }).setLegacyMode().options({ ...QUICKLY, ...rules });
  const found = await axe.analyze();
  await page.evaluate(SHOW_FAR_ROWS);
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}
