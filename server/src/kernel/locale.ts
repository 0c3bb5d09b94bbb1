/** The languages people read Corridor in. */
export type Locale = 'en' | 'zh-CN';

interface Wish {
  readonly language: string;
  readonly weight: number;
}

/** The language to answer in: the one the header names, else English. */
export function pickLocale(acceptLanguage: string | null | undefined): Locale {
  return namedLocale(acceptLanguage) ?? 'en';
}

/**
 * The best-weighted language of an Accept-Language header that Corridor speaks, or null when it names none.
 * Any Chinese is answered in simplified Chinese; a malformed header never throws. Source: RFC 9110, 12.5.4.
 */
export function namedLocale(acceptLanguage: string | null | undefined): Locale | null {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map(parseWish)
    .filter((wish) => wish.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wishes) {
    if (language === 'zh') return 'zh-CN';
    if (language === 'en') return 'en';
  }
  return null;
}

function parseWish(part: string): Wish {
  const [tag = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const q = parameters.find((parameter) => parameter.startsWith('q='));
  const weight = q === undefined ? 1 : Number(q.slice(2));
  return { language: tag.split('-')[0] ?? '', weight: Number.isFinite(weight) ? weight : 0 };
}
