import { createHash, timingSafeEqual } from 'node:crypto';
import { fromGlobalId } from '../../../kernel/id.ts';
import { namedLocale, type Locale } from '../../../kernel/locale.ts';
import { systemActor } from '../../../platform/access/actor.ts';
import { loadConfig } from '../../../platform/config.ts';
import { fileStore } from '../../../platform/files/file-store.ts';
import { jsonAnswer, type Route, type RouteAnswer } from '../../../platform/http/route.ts';
import { attachmentOf } from '../interaction/attachment.reads.ts';
import { attachmentShape } from '../interaction/attachment.shape.ts';
import { escaped } from '../sending/mail-text.service.ts';
import { unsubscribe } from '../sending/unsubscribe.service.ts';
import { inbox } from './inbox.service.ts';

const NOT_FOUND = jsonAnswer(404, { error: 'NOT_FOUND' });

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Whether a mail server shows our key. Digests are compared, so that the time it takes tells nothing. */
function isMailServer(authorization: string | undefined): boolean {
  const { mailWebhookKey } = loadConfig();
  if (mailWebhookKey === undefined || authorization === undefined) return false;
  return timingSafeEqual(digest(authorization), digest(`Bearer ${mailWebhookKey}`));
}

/** `POST /mail/inbound`: a raw message, from a mail server that shows our key. Answered when it is kept, not before. */
const inbound: Route = {
  method: 'POST',
  path: '/mail/inbound',
  answer: async ({ headers, body, database }) => {
    if (!isMailServer(headers.authorization)) return jsonAnswer(401, { error: 'UNAUTHENTICATED' });
    if (body.byteLength === 0) return jsonAnswer(400, { error: 'BAD_REQUEST' });
    const id = await database.transact(systemActor('mail webhook'), (work) => inbox.take(work, body));
    return jsonAnswer(id ? 201 : 200, { isNew: id !== null });
  },
};

const words: Readonly<Record<Locale, Readonly<Record<'ask' | 'button' | 'done' | 'unknown', string>>>> = {
  en: {
    ask: 'Stop receiving mails of this kind?',
    button: 'Unsubscribe',
    done: 'Done. You will get no more mails of this kind.',
    unknown: 'This link does not work any more.',
  },
  'zh-CN': {
    ask: '确定不再接收此类邮件？',
    button: '退订',
    done: '退订成功，您将不再收到此类邮件。',
    unknown: '此链接已失效。',
  },
};

function page(acceptLanguage: string | undefined, status: number, say: keyof (typeof words)['en']): RouteAnswer {
  const locale = namedLocale(acceptLanguage) ?? 'en';
  const text = words[locale];
  const form = say === 'ask' ? `<form method="post"><button>${escaped(text.button)}</button></form>` : '';
  const body = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Corridor</title></head><body><main><h1>${escaped(text[say])}</h1>${form}</main></body></html>`;
  return { status, type: 'text/html; charset=utf-8', body };
}

/** `GET` asks, because programs that look through mails follow links; only `POST` unsubscribes (RFC 8058). */
const askUnsubscribe: Route = {
  method: 'GET',
  path: '/unsubscribe/:token',
  answer: async ({ params, headers, database }) => {
    const isKnown = await unsubscribe.isKnown(database, params['token'] ?? '');
    return page(headers['accept-language'], isKnown ? 200 : 404, isKnown ? 'ask' : 'unknown');
  },
};

const doUnsubscribe: Route = {
  method: 'POST',
  path: '/unsubscribe/:token',
  answer: async ({ params, headers, database }) => {
    const isDone = await unsubscribe.refuse(database, params['token'] ?? '');
    return page(headers['accept-language'], isDone ? 200 : 404, isDone ? 'done' : 'unknown');
  },
};

/** `GET /attachments/<id>`: a file of a contact that the reader may see, always to be saved and never shown in place. */
const attachment: Route = {
  method: 'GET',
  path: '/attachments/:id',
  answer: async ({ params, actor, database }) => {
    const named = fromGlobalId(params['id'] ?? '');
    if (named?.prefix !== attachmentShape.prefix || actor.audience === 'NOBODY') return NOT_FOUND;
    const found = await database.transact(actor, (work) => attachmentOf(work, named.id), 'read');
    const bytes = found ? await fileStore().open(named.id) : null;
    return found && bytes
      ? { status: 200, type: 'application/octet-stream', body: bytes, fileName: found.name }
      : NOT_FOUND;
  },
};

export const mailRoutes: readonly Route[] = [inbound, askUnsubscribe, doUnsubscribe, attachment];
