import { describe, expect, it } from 'vitest';
import { OutdatedPages } from '../../../portals/ui/list/outdated-pages.ts';

const taken = (pages: OutdatedPages, count: number): number[] =>
  Array.from({ length: count }, (_, index) => index).filter((index) => pages.takeUp(index));

describe('the pages of a long list', () => {
  it('are all asked for again while nobody says which are in sight', () => {
    const pages = new OutdatedPages(50);
    pages.mark(3);
    expect(taken(pages, 3)).toEqual([0, 1, 2]);
  });

  it('are asked for again once each, when they come into sight', () => {
    const pages = new OutdatedPages(50);
    pages.look(100, 160);
    pages.mark(200);
    expect(taken(pages, 200)).toEqual([2, 3]);
    expect(pages.look(110, 170)).toBe(false);
    expect(pages.look(0, 60)).toBe(true);
    expect(taken(pages, 200)).toEqual([0, 1]);
    pages.forget();
    expect(pages.look(0, 10_000)).toBe(false);
  });
});
