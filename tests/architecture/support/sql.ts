/** One statement of a migration: its words without comments and quoted text, and the comments that lead it. */
export interface Statement {
  /** Lower case, single blanks; string literals and function bodies are emptied. */
  words: string;
  comments: string[];
  line: number;
}

const token = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1|;|[^]/g;

/** Cuts a migration into statements; good enough to judge them, not to run them. */
export function statementsOf(sql: string): Statement[] {
  const statements: Statement[] = [];
  let words = '';
  let comments: string[] = [];
  let line = 1;
  let startsAt = 0;
  const close = (): void => {
    const tidy = words.replace(/\s+/g, ' ').trim().toLowerCase();
    if (tidy) statements.push({ words: tidy, comments, line: startsAt });
    [words, comments, startsAt] = ['', [], 0];
  };
  for (const [text, dollar] of sql.matchAll(token)) {
    if (text.startsWith('--') || text.startsWith('/*')) comments.push(text);
    else if (text === ';') close();
    else {
      if (!startsAt && text.trim()) startsAt = line;
      words += dollar ? '$$' : text.length > 1 ? "''" : text;
    }
    line += text.split('\n').length - 1;
  }
  close();
  return statements;
}

/** The table a `create table` statement makes, without its schema. */
export function tableCreatedBy({ words }: Statement): string | undefined {
  return /^create (?:unlogged )?table (?:if not exists )?(?:"?\w+"?\.)?"?(\w+)"?/.exec(words)?.[1];
}
