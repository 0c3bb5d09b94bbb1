import { createHash } from 'node:crypto';
import { convert } from 'html-to-text';
import { simpleParser, type AddressObject, type Headers, type ParsedMail } from 'mailparser';
import { cleanHtml } from './clean-html.ts';
import { safeFileName } from './file-name.ts';
import type { IncomingMail, MailFile } from './mail.ts';

const MOST_FILES = 30;
const MOST_TEXT = 200_000;
const REPORT = /^(message\/(delivery-status|feedback-report)|text\/rfc822-headers)$/;

/** Reads a raw message (RFC 5322) as mail programs really write them. Whatever is missing or broken, it is still read. */
export async function readMail(raw: Uint8Array): Promise<IncomingMail> {
  const parsed = await simpleParser(Buffer.from(raw), { skipImageLinks: true, skipTextToHtml: true });
  const html = typeof parsed.html === 'string' ? cleanHtml(parsed.html).slice(0, MOST_TEXT) : null;
  const [from = { name: '', address: '' }] = addressesOf(parsed.from);
  const kind = kindOf(parsed, raw);
  return {
    // A mail without an id is known again by what it says.
    messageId: idIn(parsed.messageId) ?? `<${createHash('sha256').update(raw).digest('hex')}@no-message-id>`,
    inReplyTo: idIn(parsed.inReplyTo),
    references: idsIn([parsed.references ?? []].flat().join(' ')),
    kind,
    from,
    to: addressesOf(parsed.to).map(({ address }) => address),
    cc: addressesOf(parsed.cc).map(({ address }) => address),
    subject: subjectOf(parsed),
    text: textOf(parsed, html).slice(0, MOST_TEXT),
    html,
    files: filesOf(parsed),
    about: kind === 'BOUNCE' || kind === 'COMPLAINT' ? subjectsOf(raw.toString(), kind) : [],
  };
}

const subjectOf = ({ subject = '' }: ParsedMail): string => subject.replaceAll(/\s+/g, ' ').trim().slice(0, 500);

function textOf(parsed: ParsedMail, html: string | null): string {
  if (parsed.text?.trim()) return parsed.text.replaceAll('\r\n', '\n').replaceAll('\0', '').trim();
  return html ? convert(html, { wordwrap: false, selectors: [{ selector: 'a', options: { ignoreHref: true } }] }) : '';
}

const filesOf = (parsed: ParsedMail): MailFile[] =>
  parsed.attachments
    .filter(({ contentType }) => !REPORT.test(contentType))
    .slice(0, MOST_FILES)
    .map(({ filename, contentType, content }) => ({
      name: safeFileName(filename),
      contentType: /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : 'application/octet-stream',
      bytes: content,
    }));

function addressesOf(field: AddressObject | AddressObject[] | undefined): { name: string; address: string }[] {
  return [field ?? []]
    .flat()
    .flatMap(({ value }) => value.flatMap((one) => one.group ?? one))
    .filter(({ address }) => address)
    .map(({ name, address }) => ({ name: name.slice(0, 200), address: (address ?? '').toLowerCase().slice(0, 320) }));
}

const idsIn = (text: string): string[] => [...new Set(text.match(/<[^<>\s]{3,300}>/g) ?? [])].slice(-50);
const idIn = (text: string | undefined): string | null => idsIn(text ?? '')[0] ?? null;

/**
 * Whether a person wrote it. Sources: RFC 3834 (Auto-Submitted), RFC 3464 (delivery reports), RFC 5965 (complaints),
 * RFC 2919 (lists); the rest is what mail programs do without a standard.
 */
function kindOf({ headers, from }: ParsedMail, raw: Uint8Array): IncomingMail['kind'] {
  const type = headers.get('content-type') as { value?: string; params?: Record<string, string> } | undefined;
  const report = type?.params?.['report-type']?.toLowerCase();
  if (report === 'feedback-report') return 'COMPLAINT';
  if (report === 'delivery-status' || isFromTheServer(from, raw)) return 'BOUNCE';
  return isAutomatic(headers) ? 'AUTOMATIC' : 'MESSAGE';
}

const isFromTheServer = (from: ParsedMail['from'], raw: Uint8Array): boolean =>
  /^(mailer-daemon|postmaster)@/i.test(from?.value[0]?.address ?? '') || /^return-path:\s*<>\s*$/im.test(headOf(raw));

const headOf = (raw: Uint8Array): string =>
  Buffer.from(raw.subarray(0, 65_536))
    .toString('latin1')
    .split(/\r?\n\r?\n/)[0] ?? '';

const wordsOf = (value: unknown): string => (typeof value === 'string' ? value.toLowerCase() : '');

function isAutomatic(headers: Headers): boolean {
  const word = (name: string): string => wordsOf(headers.get(name));
  const submitted = word('auto-submitted');
  return (
    (submitted !== '' && submitted !== 'no') ||
    /\b(bulk|junk|list|auto_reply)\b/.test(word('precedence')) ||
    ['x-autoreply', 'x-autorespond', 'x-auto-response', 'x-corridor-message'].some((name) => headers.has(name)) ||
    /\b(oof|all|autoreply)\b/.test(word('x-auto-response-suppress')) ||
    headers.has('list')
  );
}

function subjectsOf(text: string, kind: 'BOUNCE' | 'COMPLAINT'): string[] {
  const field = kind === 'BOUNCE' ? 'final-recipient' : 'original-rcpt-to';
  if (kind === 'BOUNCE' && !/^status:\s*5\.|^action:\s*failed/im.test(text)) return [];
  const found = [...text.matchAll(new RegExp(`^${field}:\\s*(?:rfc822;\\s*)?<?([^\\s<>;]+@[^\\s<>;]+)>?`, 'gim'))];
  return [...new Set(found.map(([, address = '']) => address.toLowerCase()))];
}
