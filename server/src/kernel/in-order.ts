/**
 * Does asynchronous work for one item after another, each begun when the one before has ended, and collects the
 * results. For steps that truly depend on each other; a set that can be read or written at once should be.
 */
export async function inOrder<Item, Result>(
  items: Iterable<Item>,
  work: (item: Item, index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (const item of items) results.push(await work(item, results.length));
  return results;
}
