import { type Statement, statementsOf, tableCreatedBy } from './sql.ts';

/** The first migration that meets a database with other people's rows in it. */
export const firstAfterRelease = 100;

interface Rule {
  name: string;
  why: string;
  breaks: (statement: Statement, file: readonly Statement[]) => boolean;
}

const altersTable = (words: string): boolean => /^alter table /.test(words);
const volatile =
  /\bdefault \(*(?:gen_random_uuid|uuidv[47]|uuid_generate_\w+|random|clock_timestamp|timeofday|nextval) ?\(|\b(?:small|big)?serial\b|\bgenerated (?:always|by default) as\b/;

const columnsAdded = (words: string): string[] =>
  words
    .split(/\badd column\b/)
    .slice(1)
    .map((part) => part.split(/, (?=add |alter |drop )/)[0] ?? '');

const rules: readonly Rule[] = [
  {
    name: 'volatile-default',
    why: 'rewrites every row under a lock: add the column empty, fill it in steps',
    breaks: ({ words }) => altersTable(words) && columnsAdded(words).some((column) => volatile.test(column)),
  },
  {
    name: 'not-null',
    why: 'scans every row under a lock, or fails: validate a check (column is not null) first',
    breaks: ({ words }, file) =>
      altersTable(words) &&
      (columnsAdded(words).some((column) => /\bnot null\b/.test(column) && !/\bdefault\b/.test(column)) ||
        [...words.matchAll(/\balter (?:column )?"?(\w+)"? set not null/g)].some(
          ([, column]) => !file.some((other) => new RegExp(`check \\(\\(*"?${column}"? is not null`).test(other.words)),
        )),
  },
  {
    name: 'blocking-index',
    why: 'stops writers while it builds: create it concurrently',
    breaks: ({ words }, file) => {
      const made = /^create (?:unique )?index (?!concurrently\b).*?\bon (?:only )?(?:"?\w+"?\.)?"?(\w+)"?/.exec(words);
      return made !== null && !file.some((other) => tableCreatedBy(other) === made[1]);
    },
  },
  {
    name: 'drop-column',
    why: 'the release that still runs reads it: stop using it one release earlier',
    breaks: ({ words }) =>
      altersTable(words) &&
      /\bdrop (?:column\b|(?!constraint\b|default\b|not null\b|expression\b|identity\b)\w)/.test(words),
  },
  {
    name: 'drop-table',
    why: 'cannot be taken back: keep it one release, then waive this with the reason',
    breaks: ({ words }) => /^drop table\b/.test(words),
  },
  {
    name: 'alter-type',
    why: 'rewrites the table under a lock: add a second column and move over',
    breaks: ({ words }) => altersTable(words) && /\balter (?:column )?"?\w+"? (?:set data )?type\b/.test(words),
  },
  {
    name: 'rename',
    why: 'the release that still runs knows the old name: add, copy, and drop later',
    breaks: ({ words }) => altersTable(words) && /\brename (?!constraint\b)/.test(words),
  },
];

const waiver = /--\s*lint: allow ([\w-]+)(?: because (\S.*\S))?/;

/** Sentences about one migration's unsafe statements; those before the first release are not judged. */
export function unsafeStatements(name: string, sql: string): string[] {
  if (Number(name.slice(0, 4)) < firstAfterRelease) return [];
  const file = statementsOf(sql);
  return file.flatMap((statement) => {
    const at = `${name}:${statement.line}`;
    const broken = rules.filter((rule) => rule.breaks(statement, file));
    const waived = statement.comments.map((comment) => waiver.exec(comment)).filter((found) => found !== null);
    return [
      ...waived.filter(([, , reason]) => !reason).map(([, rule]) => `${at} waives ${rule} without a reason`),
      ...waived
        .filter(([, rule]) => !broken.some((one) => one.name === rule))
        .map(([, rule]) => `${at} waives ${rule}, which it does not break`),
      ...broken
        .filter((rule) => !waived.some(([, waivedName]) => waivedName === rule.name))
        .map((rule) => `${at} ${rule.name}: ${rule.why}`),
    ];
  });
}

/** Sentences about names that are not `NNNN_topic.sql`, and about numbers taken twice. */
export function misnamed(names: readonly string[]): string[] {
  const wellNamed = names.filter((name) => /^\d{4}_[a-z][a-z0-9_]*\.sql$/.test(name));
  const numbers = wellNamed.map((name) => name.slice(0, 4));
  return [
    ...names.filter((name) => !wellNamed.includes(name)).map((name) => `${name} is not named NNNN_topic.sql`),
    ...wellNamed.filter((name) => /_(down|revert|rollback|undo)\.sql$/.test(name)).map((name) => `${name} goes back`),
    ...new Set(
      numbers.filter((number, i) => numbers.indexOf(number) !== i).map((number) => `${number} is taken twice`),
    ),
  ];
}
