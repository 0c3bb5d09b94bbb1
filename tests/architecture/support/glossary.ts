/** One row of docs/glossary.md. */
export interface Term {
  english: string;
  chinese: string;
  meaning: string;
}

/** The rows of every table in the glossary, without heads and rulers. */
export function termsOf(markdown: string): Term[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .filter(([, english]) => english && english !== 'English' && !/^[-: ]+$/.test(english))
    .map(([, english = '', chinese = '', meaning = '']) => ({ english, chinese, meaning }));
}

/** Sentences about rows that lack a language or a meaning, and about terms explained twice. */
export function incompleteTerms(terms: readonly Term[]): string[] {
  const seen = terms.map((term) => term.english.toLowerCase());
  return [
    ...terms
      .filter(({ chinese }) => !/\p{Script=Han}/u.test(chinese))
      .map((term) => `${term.english}: no Chinese term`),
    ...terms.filter(({ meaning }) => meaning === '').map((term) => `${term.english}: no meaning`),
    ...seen.filter((name, i) => seen.indexOf(name) !== i).map((name) => `${name}: explained twice`),
  ];
}

/** Whether a table's noun (`receipt_line`) is a term, or the tail of one (`goods receipt line`). */
export function explains(terms: readonly Term[], noun: string): boolean {
  const words = noun.replaceAll('_', ' ');
  return terms.some(({ english }) => ` ${english.toLowerCase()}`.endsWith(` ${words}`));
}
