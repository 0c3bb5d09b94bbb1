/** The API key in an `authorization` header; empty for another kind of authorization, null where there is none. */
export const bearerOf = (value: unknown): string | null =>
  typeof value === 'string' ? (/^bearer +(.*)$/i.exec(value)?.[1] ?? '') : null;

/** What is said to a key that is good for nothing. */
export const WRONG_KEY = 'This API key is unknown, revoked or expired';
