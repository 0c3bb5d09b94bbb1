/**
 * What one transaction asks and needs nothing of each other: all of it is sent at once and answered in order, so that one
 * wait does for all. When one fails, the others have come back before that is told: nobody is still at work in a
 * transaction that is being undone.
 */
export async function together<T extends readonly unknown[]>(
  ...asked: {
    readonly [K in keyof T]: Promise<T[K]>;
  }
): Promise<T> {
  const came = await Promise.allSettled(asked);
  const failed = came.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  return came.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as T;
}
