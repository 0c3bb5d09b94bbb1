import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn, plantForTest, ROOT } from './support/tree.ts';

const inlineLink = /!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g;
const referenceLink = /^\[[^\]]+\]:\s*<?([^\s>]+)>?/gm;

/** An id as readers of the page get it for a heading: lower case, blanks to hyphens, punctuation gone. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');

const prose = (markdown: string): string => markdown.replace(/^(```|~~~)[\s\S]*?^\1/gm, '').replace(/`[^`\n]*`/g, '');

const headings = (markdown: string): string[] =>
  [...markdown.matchAll(/^#{1,6}\s+(.*)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** Links between our own pages that lead nowhere: a missing file, or a heading that is not there. */
function deadLinks(root: string): string[] {
  return filesIn(root, /\.md$/).flatMap((page) => {
    const text = prose(readFileSync(join(root, page), 'utf8'));
    const links = [...text.matchAll(inlineLink), ...text.matchAll(referenceLink)].map(([, link = '']) => link);
    return links
      .filter((link) => !/^[a-z][a-z0-9+.-]*:/i.test(link))
      .filter((link) => {
        const [path = '', anchor] = decodeURI(link).split('#');
        const target = path ? join(root, path.startsWith('/') ? '.' : dirname(page), path) : join(root, page);
        if (!existsSync(target)) return true;
        return (
          Boolean(anchor) && target.endsWith('.md') && !headings(readFileSync(target, 'utf8')).includes(anchor ?? '')
        );
      })
      .map((link) => `${page} -> ${link}`);
  });
}

test('links between our pages lead somewhere', () => {
  expect(deadLinks(ROOT)).toEqual([]);
});

test('a planted dead link of each form is named', () => {
  const root = plantForTest({
    'README.md': [
      '[gone](docs/gone.md) [here](docs/here.md#the-rows "t") [no heading](docs/here.md#columns)',
      '![picture](docs/no.png) [web](https://example.org/x) [self](#nowhere) `[code](no.md)`',
      '[ref]: docs/missing.md',
      '```\n[fenced](no.md)\n```',
    ].join('\n'),
    'docs/here.md': '# The rows\n\n[up](../README.md) [out](../../outside.md)\n',
  });
  expect(deadLinks(root)).toEqual([
    'README.md -> docs/gone.md',
    'README.md -> docs/here.md#columns',
    'README.md -> docs/no.png',
    'README.md -> #nowhere',
    'README.md -> docs/missing.md',
    'docs/here.md -> ../../outside.md',
  ]);
});
