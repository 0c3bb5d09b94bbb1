// What is tried first: beginnings of the published lists of leaked passwords, as far as they are long enough here, and
// the words that people fill up with digits and signs. Source: SecLists, 10k most common; NCSC, 100k.
const WORDS = [
  'password',
  'passwort',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'pa$$word',
  'welcome',
  'letmein',
  'changeme',
  'iloveyou',
  'administrator',
  'admin',
  'qwerty',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r',
  '1qaz2wsx',
  'q1w2e3r4t5y6',
  'zaq12wsx',
  'monkey',
  'dragon',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'superman',
  'batman',
  'trustno1',
  'master',
  'secret',
  'internet',
  'computer',
  'whatever',
  'starwars',
  'michael',
  'jennifer',
  'jordan',
  'liverpool',
  'chelsea',
  'arsenal',
  'summer',
  'winter',
  'autumn',
  'spring',
  'january',
  'february',
  'december',
  'november',
  'october',
  'september',
  'monday',
  'friday',
  'corridor',
  'supplier',
  'customer',
  'company',
  'purchasing',
  'warehouse',
  'woaini',
  'woaini1314',
  'xiaoming',
  'zhongguo',
  'beijing',
  'shanghai',
  'abcdef',
  'abcdefgh',
  'abcdefghijkl',
  'abc',
  'test',
  'testtest',
  'guest',
  'login',
  'user',
  'root',
  'hello',
  'helloworld',
  'aa',
  'qazwsx',
  'qazwsxedc',
] as const;
const RUNS = [
  '01234567890123456789',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn',
];
const LONGEST_PERIOD = 4;

/**
 * Whether a password is one of those that are tried first: a well-known word with digits and signs around it, a run of
 * the keyboard or the alphabet, or a few characters over and over.
 */
export function isCommonPassword(password: string): boolean {
  const text = password.toLowerCase().trim();
  const core = text.replaceAll(/^\P{L}+|\P{L}+$/gu, '');
  const isWord = WORDS.some(
    (word) => text === word || core === word || isRepeated(core, word) || isRepeated(text, word),
  );
  return isWord || core === '' || isRun(text) || hasShortPeriod(text);
}

const isRepeated = (text: string, word: string): boolean =>
  text.length > word.length && word.repeat(Math.ceil(text.length / word.length)).startsWith(text);

const isRun = (text: string): boolean =>
  RUNS.some((run) => run.includes(text) || [...run].reverse().join('').includes(text));

function hasShortPeriod(text: string): boolean {
  return Array.from({ length: LONGEST_PERIOD }, (_, n) => text.slice(0, n + 1)).some((part) => isRepeated(text, part));
}
