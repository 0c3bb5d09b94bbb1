export const NOTICE_STATES = ['OPEN', 'ANSWERED', 'ENDED'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/**
 * WAIT: the new day is the promise. SPLIT: what is on time comes on its day, the rest on its own. SUBSTITUTE: another
 * item in place of what is late. CANCEL: what is late is not wanted any more.
 */
export const PROMISE_ANSWERS = ['WAIT', 'SPLIT', 'SUBSTITUTE', 'CANCEL'] as const;
export type PromiseAnswer = (typeof PROMISE_ANSWERS)[number];

/** What the portals may offer, by the name of the permission. */
export const noticeActions: Readonly<Record<string, readonly string[]>> = { OPEN: ['promising.promise.answer'] };
