const MOST_WORDS = 600;
const WORDS = /[\p{Script=Han}]+|[\p{L}\p{N}]+/gu;
const HAN = /\p{Script=Han}/u;

/** The words of a text under which it is found: Latin words in small letters, Chinese as single signs and pairs. */
export function wordsOf(text: string): string[] {
  return unique(runs(text).flatMap((run) => (HAN.test(run) ? [...run, ...pairs(run)] : [run.slice(0, 40)])));
}

/** The words somebody looks for: a Chinese run as its pairs, which together say that the signs follow each other. */
export function wantedWords(text: string): string[] {
  return unique(
    runs(text).flatMap((run) => (!HAN.test(run) ? [run.slice(0, 40)] : run.length < 2 ? [run] : pairs(run))),
  );
}

// Letters beside Chinese signs belong to a run of their own: 订单SO is 订单 and so.
const runs = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(
      /(?<=\p{Script=Han})(?=[\p{L}\p{N}])(?!\p{Script=Han})|(?<=[\p{L}\p{N}])(?<!\p{Script=Han})(?=\p{Script=Han})/gu,
      ' ',
    )
    .match(WORDS) ?? [];

function pairs(run: string): string[] {
  const signs = [...run];
  return signs.slice(1).map((sign, place) => `${signs[place] ?? ''}${sign}`);
}

const unique = (words: readonly string[]): string[] => [...new Set(words)].slice(0, MOST_WORDS);
