/** How mail programs say "answer" and "forwarded" before a subject, in the languages of our parties and some more. */
const MARKS =
  're|aw|sv|vs|antw|odp|rif|res|ynt|atb|ref|r|回复|回覆|答复|答覆|fw|fwd|wg|tr|rv|enc|i|pd|doorst|转发|轉寄|转寄';
const ANY_MARK = new RegExp(`^\\s*(?:${MARKS})(?:\\[\\d+\\]|\\(\\d+\\))?\\s*[:：]`, 'iu');

/** A token that we wrote into the subject of our mail: the number of a ticket, and the proof that we wrote it. */
const TOKEN = /\[(TK-\d{6,})\s+([\w-]{8})\]/;

/** The subject without what mail programs put before it and without our token. */
export function bareSubject(subject: string): string {
  let bare = subject.replace(TOKEN, ' ');
  for (let mark = ANY_MARK.exec(bare); mark; mark = ANY_MARK.exec(bare)) bare = bare.slice(mark[0].length);
  return bare.replaceAll(/\s+/g, ' ').trim();
}

/** What the token in a subject says, unproven. */
export function tokenIn(subject: string): { number: string; proof: string } | null {
  const [, number, proof] = TOKEN.exec(subject) ?? [];
  return number && proof ? { number, proof } : null;
}

/** What somebody wrote, without the mail he quotes below it. */
export function withoutQuote(text: string): string {
  const lines = text.split('\n');
  const quoteAt = lines.findIndex(
    (line, place) =>
      /^(-{3,}|_{5,}).*(original|ursprüngliche|原始邮件|forwarded|转发)/i.test(line) ||
      (/^(on|am|le|el|op|den) .{6,120}(wrote|schrieb|a écrit|escribió|schreef|skrev).{0,40}:?\s*$/i.test(line) &&
        place > 0) ||
      (/^(于|在).{6,80}(写道|寫道)\s*[:：]?$/.test(line) && place > 0) ||
      (/^>/.test(line) && lines.slice(place).every((rest) => /^>|^\s*$/.test(rest)) && place > 0),
  );
  const kept = (quoteAt < 0 ? lines : lines.slice(0, quoteAt)).join('\n').trim();
  return kept === '' ? text.trim() : kept;
}

/** Numbers of documents that somebody names in his text. */
export const documentNumbers = (text: string): string[] => [
  ...new Set(text.toUpperCase().match(/\b[A-Z]{2,4}-\d{6,}\b/g) ?? []),
];
