/** A reason why the embedded database cannot run, in one sentence that says what to do. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
}

const meanings: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file',
  EEXIST: 'a file is in the way',
};

/** The system error code of anything thrown, or '' when it has none. */
export function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Turns a file system error about `path` into a sentence; anything else is returned unchanged. */
export function explainDisk(error: unknown, path: string): unknown {
  const meaning = meanings[codeOf(error)];
  if (meaning === undefined) return error;
  return new EmbeddedPostgresError(
    `The database folder ${path} cannot be used: ${meaning}; set CORRIDOR_DATA_DIR to a writable folder.`,
    {
      cause: error,
    },
  );
}
