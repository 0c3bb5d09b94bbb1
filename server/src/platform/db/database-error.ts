/** What Postgres says of itself when it refuses. */
export interface DatabaseError extends Error {
  readonly code: string;
  readonly constraint?: string;
}

export function asDatabaseError(error: unknown): DatabaseError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string' && /^[0-9A-Z]{5}$/.test(cause.code))
      return cause as DatabaseError;
  }
  return null;
}

/** Serialisation failure and deadlock: nothing is wrong with the request, another one was in the way. */
export function isWorthAnotherTry(error: unknown): boolean {
  const code = asDatabaseError(error)?.code;
  return code === '40001' || code === '40P01';
}

/** Whether the database itself said no: what it refuses is not committed, whereas a lost connection leaves that open. */
export const wasRefused = (error: unknown): boolean => /^(\d|P0|XX)/.test(asDatabaseError(error)?.code ?? '');
